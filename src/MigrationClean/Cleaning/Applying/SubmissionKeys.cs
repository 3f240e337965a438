using System.Collections.Frozen;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Finds the submission that a line means, by any key that log and export both hold: <c>_id</c> before <c>_uuid</c> (design §7).</summary>
/// <remarks>Only the keys that the log names are kept. O(rows + lines).</remarks>
internal sealed class SubmissionKeys
{
    private const int MostSearched = 20;
    private static readonly string[] Universal = ["meta/rootUuid", "KEY", "_uuid", "meta/instanceID"];

    private readonly Table _main;
    private readonly FrozenDictionary<string, int[]> _ids;
    private readonly FrozenDictionary<string, int[]> _indexes;
    private readonly FrozenDictionary<string, int[]> _universal;
    private int _searched;

    /// <summary>Looks up the keys of a log's lines.</summary>
    public SubmissionKeys(Table main, IEnumerable<LogEntry> entries)
    {
        _main = main;
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            wanted.Add(Normal(entry.Submission));
            if (entry.SubmissionIndex is { } index) wanted.Add(Normal(index));
        }

        _ids = RowsBy([main.Find("_id")?.Value], wanted);
        _indexes = RowsBy([main.Find("_index")?.Value], wanted);
        _universal = RowsBy([main.Identity, .. Universal.Select(name => main.Find(name)?.Value)], wanted);
    }

    /// <summary>The row of the main table; −1 where there is none or more than one.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="trouble">Why there is none: LOGF-01 or LOGF-02.</param>
    public int Find(LogEntry entry, out Finding? trouble)
    {
        trouble = null;
        var rows = RowsOf(entry);
        if (rows.Length == 1) return rows[0];
        trouble = rows.Length > 1
            ? LogFindings.Error("LOGF-02", entry, "uuid", new("submission", Named(entry)), new("n", $"{rows.Length}"))
            : Unknown(entry);
        return -1;
    }

    private int[] RowsOf(LogEntry entry)
    {
        var byKey = RowsOf(Normal(entry.Submission));
        if (entry.SubmissionIndex is not { } written) return byKey;
        var index = Normal(written);

        // The number of the server is a key of its own; the number of the row only tells copies apart.
        var isIndex = entry.Headers.GetValueOrDefault("submission_index", "").Contains("index", StringComparison.OrdinalIgnoreCase);
        if (!isIndex && _ids.GetValueOrDefault(index) is { } byId)
        {
            int[] both = [.. byId.Intersect(byKey)];
            return both.Length > 0 ? both : byId;
        }

        if (byKey.Length < 2 || (isIndex ? _indexes : _ids).GetValueOrDefault(index) is not { } told) return byKey;
        int[] one = [.. byKey.Intersect(told)];
        return one.Length > 0 ? one : byKey;
    }

    private int[] RowsOf(string key) => key.Length == 0 ? [] : _universal.GetValueOrDefault(key) ?? _ids.GetValueOrDefault(key) ?? [];

    private Finding Unknown(LogEntry entry)
    {
        var named = Named(entry);
        var near = _searched++ < MostSearched && named.Length > 0 ? NearestTo(Normal(named)) : null;
        return near is null
            ? LogFindings.Error(named.Length == 0 ? "LOGF-01/none" : "LOGF-01", entry, "uuid", new FindingArgument("submission", named))
            : LogFindings.Error("LOGF-01/near", entry, "uuid", new("submission", named), new("near", near));
    }

    private static string Named(LogEntry entry) => entry.Submission.Length > 0 ? entry.Submission : entry.SubmissionIndex ?? "";

    // A cut key begins like the whole one; a mistyped one differs in few letters.
    private string? NearestTo(string key)
    {
        const int Shortest = 6;
        if (_main.Identity is not { } column) return null;
        string[] all = [.. Enumerable.Range(1, column.ValueCount - 1).Select(column.Text)];
        string[] begun = key.Length < Shortest ? [] : [.. all.Where(id => id.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(id, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(3)];
        return begun.Length > 0 ? string.Join(", ", begun) : Nearest.To(key, all);
    }

    private static FrozenDictionary<string, int[]> RowsBy(IEnumerable<Column?> columns, HashSet<string> wanted)
    {
        var found = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var column in columns.OfType<Column>())
        {
            var keys = new string?[column.ValueCount];
            for (var code = 1; code < keys.Length; code++) keys[code] = Normal(column.Text(code)) is var key && wanted.Contains(key) ? key : null;
            var codes = column.CodesOfAllRows();
            for (var row = 0; row < codes.Length; row++)
            {
                if (keys[codes[row]] is not { } key) continue;
                if (!found.TryGetValue(key, out var rows)) found.Add(key, rows = []);
                rows.Add(row);
            }
        }

        return found.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A key without blanks around it and <c>uuid:</c>, in lower case.</summary>
    public static string Normal(string text)
    {
        var key = text.Trim().ToLowerInvariant();
        return key.StartsWith("uuid:", StringComparison.Ordinal) ? key[5..] : key;
    }
}
