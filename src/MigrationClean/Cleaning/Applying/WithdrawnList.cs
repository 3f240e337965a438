using System.Security.Cryptography;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Cleaning.Applying;

/// <summary>The submissions whose respondents withdrew their consent: a table with the column <c>submission</c>, read as a log of removals.</summary>
internal static class WithdrawnList
{
    private const string Column = "submission";

    /// <summary>The list as a log.</summary>
    /// <exception cref="InputException">The file can't be read, or has no such column.</exception>
    public static ReadLog Read(InputFile file)
    {
        var grid = GridReader.Read(file)[0];
        var at = grid.Headers.Select(h => h.Trim().ToLowerInvariant()).ToList().IndexOf(Column);
        if (at < 0) throw new InputException("LOGF-14/withdrawn", new() { File = file.Name, Row = 1 }, new FindingArgument("column", Column));
        using var bytes = file.Open();
        return new()
        {
            File = file.Name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Profile = "",
            Entries = [.. grid.Rows.Where(r => r.Cells[at].Trim().Length > 0).Select(r => EntryOf(file, r, at))],
        };
    }

    private static LogEntry EntryOf(InputFile file, GridRow row, int at) => new()
    {
        EntryId = $"withdrawn-{SubmissionKeys.Normal(row.Cells[at])}",
        Submission = SubmissionKeys.Normal(row.Cells[at]),
        ChangeType = ChangeType.RemoveSurvey,
        HasOldValue = false,
        Reason = "withdrawn consent",
        IsException = true,
        Location = new() { File = file.Name, Row = row.Number },
    };
}
