using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>Finds a submission by any of the keys that its row holds.</summary>
/// <remarks>Source: design §7.</remarks>
internal static class SubmissionKeys
{
    private static readonly string[] Names =
        ["_id", "_uuid", "meta/rootUuid", "rootUuid", "KEY", "meta/instanceID", "meta-instanceID", "instanceID"];

    /// <summary>Row of the main table that has the key. O(rows).</summary>
    /// <exception cref="InputException"><c>explain/no-submission</c>: none has it.</exception>
    public static int RowOf(SubmissionSet submissions, string key)
    {
        if (Find(submissions, key) is >= 0 and var row) return row;
        throw new InputException(
            "explain/no-submission", null, new("key", key), new("submissions", $"{submissions.Main.RowCount}"),
            new FindingArgument("file", string.Join("`, `", submissions.Inputs.Select(i => i.File))));
    }

    /// <summary>Row of the main table, −1 if none has the key. With and without <c>uuid:</c>, whatever the case. O(rows).</summary>
    public static int Find(SubmissionSet submissions, string key)
    {
        var (main, wanted) = (submissions.Main, Bare(key));
        if (wanted.Length == 0) return -1;
        if (main.Identity is { } identity)
        {
            for (var row = 0; row < main.RowCount; row++)
                if (identity.TextAt(row) == wanted) return row;
        }

        foreach (var name in Names)
        {
            if (main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Meta && c.Name == name) is not { Value: var column }) continue;
            for (var row = 0; row < main.RowCount; row++)
                if (Bare(column.TextAt(row)) == wanted) return row;
        }

        return -1;
    }

    private static string Bare(string key)
    {
        var bare = key.Trim().ToLowerInvariant();
        return bare.StartsWith("uuid:", StringComparison.Ordinal) ? bare[5..] : bare;
    }
}
