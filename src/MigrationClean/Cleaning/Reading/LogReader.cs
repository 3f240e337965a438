using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Reads a cleaning log of any known tool into entries in our words (cleaning §5, §6.2 step 1).</summary>
public static class LogReader
{
    /// <summary>Names of the profiles that <c>--log-profile</c> takes.</summary>
    public static ImmutableArray<string> Profiles { get; } = [.. LogProfiles.All.Select(p => p.Name).Append("impact")];

    /// <summary>Reads a log: CSV of any separator and encoding, or a workbook with the sheets cleaning_log, others, deletion_log.</summary>
    /// <param name="log">The file.</param>
    /// <param name="options">The profile where the headers do not settle it; whether old values are missing on purpose.</param>
    /// <param name="forms">The form's versions, newest first: they tell types and choices. Without them a filled line of the sheet of others is refused.</param>
    /// <param name="encoding">Encoding of text that is not Unicode; <see langword="null"/> = by its letters, with a warning.</param>
    /// <returns>The entries, pending ones included; every line that cannot be one is a finding. Nothing is thrown away silently.</returns>
    /// <exception cref="InputException">FILE-01 … FILE-06: the file cannot be read at all.</exception>
    /// <remarks>O(cells).</remarks>
    public static ReadLog Read(InputFile log, LogOptions options, ImmutableArray<Form> forms = default, string? encoding = null) =>
        Read(LogBookReader.Read(log, options, encoding ?? "auto"), new LogForms(forms.IsDefault ? [] : forms));

    /// <summary>Ids of the submissions that a deletion log lists as removed: for <see cref="LogOptions.RemovedBefore"/>.</summary>
    /// <param name="deletionLog">The file.</param>
    /// <exception cref="InputException">LOGF-14/no-deletions: it is no deletion log.</exception>
    public static ImmutableHashSet<string> RemovedIn(InputFile deletionLog)
    {
        var book = LogBookReader.Read(deletionLog, new());
        var tables = book.Tables.Where(t => t.Kind == LogSheetKind.Deletions).ToList();
        if (tables.Count == 0) throw new InputException("LOGF-14/no-deletions", new() { File = deletionLog.Name });
        var lines = tables.SelectMany(t => t.Lines).Where(line => LogWords.Word(line.Name("status")) is not ("proposed" or "pending") && line.Name("row_path").Length == 0);
        return [.. lines.Select(line => LogEntryReader.Key(line.Name("uuid")).ToLowerInvariant()).Where(key => key.Length > 0)];
    }

    /// <summary>The entries of a log whose sheets are recognised.</summary>
    internal static ReadLog Read(LogBook book, LogForms forms)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(book.Findings);
        var entries = ImmutableArray.CreateBuilder<LogEntry>();
        var log = new LogEntryReader(forms, findings);
        var others = new OthersReader(forms, findings);
        var deletions = new DeletionReader(findings);
        foreach (var table in book.Tables.OrderBy(t => t.Kind))
        {
            foreach (var line in table.Lines)
            {
                if (table.Kind == LogSheetKind.Log) entries.AddRange(log.Read(line));
                else if (table.Kind == LogSheetKind.Others) entries.AddRange(others.Read(line));
                else if (deletions.Read(line) is { } entry) entries.Add(entry);
            }
        }

        return new()
        {
            File = book.File,
            Sha256 = book.Sha256,
            Profile = book.Profile?.Name ?? "",
            Entries = entries.ToImmutable(),
            WritesBlankAsNa = book.WritesNa,
            Findings = [.. findings.Order(FindingOrder.Comparer)],
        };
    }
}
