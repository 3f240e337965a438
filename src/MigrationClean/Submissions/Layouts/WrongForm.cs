using MigrationClean.Diagnostics;

namespace MigrationClean.Submissions.Layouts;

/// <summary>Refuses an export whose columns are not the form's: FILE-10.</summary>
internal static class WrongForm
{
    /// <summary>Refuses if less than half of the columns that are not the server's belong to the form.</summary>
    /// <exception cref="InputException">FILE-10, with both counts.</exception>
    public static void Refuse(AlignedExport export)
    {
        var (known, all) = (export.Sheets.Sum(s => s.Known), export.Sheets.Sum(s => s.All));
        all += export.Strange.Where(s => export.Export.Sheets.Any(e => e.Sheet == s)).Sum(s => s.Headers.Length);
        if (all == 0 || known * 2 >= all) return;
        var sheet = (export.Export.Main ?? export.Export.Sheets[0]).Sheet;
        throw new InputException("FILE-10", new() { File = sheet.File }, new("known", $"{known}"), new("columns", $"{all}"));
    }
}
