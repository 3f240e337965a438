using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Merging;

/// <summary>Turns the lines of a recognised log into lines in our columns, whatever tool wrote it.</summary>
internal static class MergedLines
{
    /// <summary>The lines, in the order of the file; what is wrong with one is a finding.</summary>
    public static (ImmutableArray<MergedLine> Lines, ImmutableArray<Finding> Findings) Of(LogBook book)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(book.Findings);
        var entries = new LogEntryReader(new([]), findings);
        var lines = ImmutableArray.CreateBuilder<MergedLine>();
        foreach (var table in book.Tables)
        {
            foreach (var line in table.Lines)
            {
                if (table.Kind == LogSheetKind.Log) lines.AddRange(entries.Read(line).Select(entry => Of(line, entry)));
                else lines.Add(AsItStands(line));
            }
        }

        return (lines.ToImmutable(), findings.ToImmutable());
    }

    private static MergedLine Of(LogLine line, LogEntry entry) => new()
    {
        Kind = LogSheetKind.Log,
        Cells = [.. CleaningLog.Columns.Select(column => column switch
        {
            "entry_id" => entry.EntryId,
            "uuid" => entry.Submission,
            "table" => entry.Table,
            "row_path" => entry.RowPath,
            "question" => entry.Question,
            "old_value" => entry.OldValue == "NA" && line.Table.Profile.WritesNa ? null : entry.OldValue,
            "new_value" => entry.NewValue,
            "change_type" => ChangeWords.Canon(entry.ChangeType),
            "issue" => entry.Issue,
            "check_id" => entry.CheckIds,
            "finding_id" => entry.FindingId,
            "group_key" => entry.GroupKey,
            "explanation" => entry.Explanation,
            "exception" => entry.IsException ? "yes" : null,
            "source" => entry.Source,
            "reviewed_by" => entry.ReviewedBy,
            "reviewed_at" => entry.ReviewedAt,
            _ => line.Text(column),
        }).Select(text => text ?? "")],
        Extra = Extra(line, entry),
        Location = line.Location,
    };

    private static MergedLine AsItStands(LogLine line) => new()
    {
        Kind = line.Table.Kind,
        Cells = [.. MergedLine.ColumnsOf(line.Table.Kind).Select(column => column is "uuid" or "replaced_by" ? LogEntryReader.Key(line.Name(column)) : line.Text(column) ?? "")],
        Extra = Extra(line, null),
        Location = line.Location,
    };

    // Keys of rows in the ways of other tools have no column of ours and are kept under a header that is read as what it is.
    private static ImmutableSortedDictionary<string, string> Extra(LogLine line, LogEntry? entry)
    {
        var extra = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var position in line.Table.Unknown)
            if (line.Row.Cells[position].Text.Trim() is { Length: > 0 } text) extra[line.Table.Sheet.Headers[position]] = text;
        if ((entry?.RowKey ?? line.Name("row_key")) is { Length: > 0 } rowKey) extra["loop_index"] = rowKey;
        if (line.Name("submission_index") is { Length: > 0 } index) extra[line.Table.Headers["submission_index"]] = index;
        return extra.ToImmutable();
    }
}
