using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Reads a log's file and recognises its sheets by their headers, never by one header alone (cleaning §5.3).</summary>
internal static class LogBookReader
{
    private const string LogSheetName = "cleaning_log";
    private static readonly string[] NotRead = ["readme", "read_me", "summary", "enumerators", "validation_rules", "checked_data", "checked_dataset", "variable_tracker"];

    /// <summary>Reads a log. What is wrong with its sheets are findings.</summary>
    /// <param name="input">The file.</param>
    /// <param name="options">The profile, where the headers do not settle it, and whether old values are missing on purpose.</param>
    /// <param name="encoding">Encoding of text that is not Unicode; <c>auto</c> = by its letters.</param>
    /// <exception cref="InputException">It cannot be read at all.</exception>
    public static LogBook Read(InputFile input, LogOptions options, string? encoding = "auto")
    {
        var file = FilledSheetReader.Read(input, encoding);
        var choice = new LogSheetChoice(input.Name, options);
        foreach (var sheet in file.Sheets)
            if (sheet.Headers.Length > 0) choice.Add(sheet, isRead: !NotRead.Contains(LogWords.Header(sheet.Name ?? ""), StringComparer.Ordinal), LogWords.Header(sheet.Name ?? "") == LogSheetName);

        var (tables, profile, findings) = choice.Decide();
        if (file.Encoding is { } guessed) findings.Insert(0, EncodingFinding(input.Name, guessed, encoding, file.Sheets[0]));
        foreach (var table in tables) findings.AddRange(LogTableTrouble.Of(table));
        return new()
        {
            File = input.Name,
            Sha256 = file.Sha256,
            Profile = profile,
            Tables = tables,
            Findings = [.. findings],
        };
    }

    private static Finding EncodingFinding(string name, string encoding, string? asked, FilledSheet sheet)
    {
        var words = string.Join(", ", sheet.Headers.Where(h => h.Any(c => c > 0x7F)).Take(3));
        var variant = asked is not null and not "auto" ? "read" : words.Length > 0 ? "guessed" : "guessed-unseen";
        return LogTrouble.About($"FILE-06/{variant}", Severity.Warning, new() { File = name }, new("encoding", encoding), new("words", words));
    }
}
