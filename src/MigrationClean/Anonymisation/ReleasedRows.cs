using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>Rows of one table that may be released, in their released order.</summary>
/// <param name="Rows">0-based rows of the input table.</param>
/// <param name="Parents">For each, the 0-based released position of its parent; empty for the main part.</param>
/// <param name="Submissions">For each, the 0-based released position of its submission.</param>
internal sealed record ReleasedRows(ImmutableArray<int> Rows, ImmutableArray<int> Parents, ImmutableArray<int> Submissions);

/// <summary>
/// The consent gate and the removals, then an order that says nothing about the order of collection. A repeat's rows leave with their submission.
/// Source: anonymisation §3.11 and §8, numbers 11 and 25.
/// </summary>
internal sealed class RowSelection
{
    private readonly Dictionary<Table, ReleasedRows> _tables = [];

    private RowSelection(ImmutableArray<string> keys) => SubmissionKeys = keys;

    /// <summary>What names each released submission inside the program: its identity, or its row where it has none. Never leaves memory.</summary>
    public ImmutableArray<string> SubmissionKeys { get; }

    /// <summary>The rows of a table.</summary>
    public ReleasedRows Of(Table table) => _tables[table];

    /// <summary>Selects and orders. O(rows log rows).</summary>
    public static RowSelection Of(SubmissionSet submissions, ImmutableArray<Removal> removals, Consent consent, KeyedOrder order)
    {
        var main = submissions.Main;
        var removed = removals.Select(r => r.Row).ToFrozenSet();
        var keys = KeysOf(main);
        var rows = Enumerable.Range(0, main.RowCount)
            .Where(row => consent.Passes(row) && !removed.Contains(row))
            .Select(row => (Row: row, Rank: order.RankOf(keys[row])))
            .OrderBy(r => r.Rank).ThenBy(r => r.Row)
            .Select(r => r.Row)
            .ToImmutableArray();

        var selection = new RowSelection([.. rows.Select(row => keys[row])]);
        selection._tables[main] = new(rows, [], [.. Enumerable.Range(0, rows.Length)]);
        foreach (var repeat in submissions.Repeats) selection._tables[repeat] = selection.OfRepeat(repeat, order);
        return selection;
    }

    private ReleasedRows OfRepeat(Table repeat, KeyedOrder order)
    {
        var parents = _tables[repeat.Parent!];
        var positions = new int[repeat.Parent!.RowCount];
        Array.Fill(positions, -1);
        for (var i = 0; i < parents.Rows.Length; i++) positions[parents.Rows[i]] = i;

        var rows = new List<(int Row, int Parent, UInt128 Rank)>();
        for (var row = 0; row < repeat.RowCount; row++)
        {
            var parent = repeat.ParentRows[row];
            if (parent < 0 || positions[parent] < 0) continue;
            var submission = SubmissionKeys[parents.Submissions[positions[parent]]];
            rows.Add((row, positions[parent], order.RankOf($"{submission}|{repeat.Path}|{repeat.RowPathOf(row)}")));
        }

        rows.Sort((a, b) => a.Parent != b.Parent ? a.Parent.CompareTo(b.Parent) : a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Row.CompareTo(b.Row));
        return new([.. rows.Select(r => r.Row)], [.. rows.Select(r => r.Parent)], [.. rows.Select(r => parents.Submissions[r.Parent])]);
    }

    /// <summary>A key for each row, unique: a second row of one identity has its number after it.</summary>
    internal static string[] KeysOf(Table main)
    {
        var keys = new string[main.RowCount];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < keys.Length; row++)
        {
            var identity = main.Identity?.TextAt(row) ?? "";
            if (identity.Length == 0) identity = string.Create(CultureInfo.InvariantCulture, $"row {row}");
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            keys[row] = seen[identity] == 1 ? identity : string.Create(CultureInfo.InvariantCulture, $"{identity}#{seen[identity]}");
        }

        return keys;
    }
}
