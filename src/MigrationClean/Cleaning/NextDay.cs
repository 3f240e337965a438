using System.Collections.Immutable;
using MigrationClean.Cleaning.Merging;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning;

/// <summary>Today's log and what tomorrow's export adds to it (cleaning §6.10): what was decided stays as it is, new lines stand below.</summary>
internal static class NextDay
{
    private const char Joint = ';';

    /// <summary>The sheets of both.</summary>
    /// <param name="earlier">The lines of the logs that there are, merged.</param>
    /// <param name="today">What today's findings ask.</param>
    /// <param name="forms">The form's versions, for the lists of values of earlier lines.</param>
    /// <returns>The sheets, and how many lines were added to each.</returns>
    /// <remarks>
    /// A finding that a line of the earlier logs is about opens no line again: it waits there, or was accepted or corrected. Where a decided cell holds
    /// another value now, its finding has another id: it opens again and says why.
    /// </remarks>
    public static (CleaningLogSheets Sheets, int Added) Of(IReadOnlyList<MergedLine> earlier, CleaningLogSheets today, LogForms forms)
    {
        var log = earlier.Where(line => line.Kind == LogSheetKind.Log).ToList();
        var known = log.SelectMany(line => line["finding_id"].Split(Joint, StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        var decided = log.Where(line => line.IsDecided).ToLookup(PlaceOf, StringComparer.Ordinal);
        var texts = Messages.For(today.Language);
        var added = today.Lines.Where(row => !IdsOf(row).All(known.Contains)).Select(row => Reopened(row, decided, texts)).ToList();

        var more = Headers(log);
        var (others, othersMore) = Rest(earlier, LogSheetKind.Others, today.Others, today.OthersColumns, row => string.Join('\n', row.Cells[..4]));
        var (removed, removedMore) = Rest(earlier, LogSheetKind.Deletions, today.Removed, today.DeletionColumns, row => string.Join('\n', row.Cells[..3]));
        var sheets = today with
        {
            Lines = [.. log.Select(line => RowOf(line, more, forms)), .. added.Select(row => row with { Cells = [.. row.Cells, .. more.Select(_ => "")] })],
            MoreColumns = more,
            Others = others,
            OthersColumns = [.. MergedLine.OthersColumns, .. othersMore],
            Removed = removed,
            DeletionColumns = [.. DeletionLog.Columns, .. removedMore],
        };
        return (sheets, added.Count);
    }

    /// <summary>The sheets of earlier lines alone.</summary>
    public static CleaningLogSheets Of(IReadOnlyList<MergedLine> earlier, string tool, Language language)
    {
        var nothing = new CleaningLogSheets { Lines = [], Removed = [], Tool = tool, Language = language };
        return Of(earlier, nothing, new([])).Sheets;
    }

    private static LogRow Reopened(LogRow row, ILookup<string, MergedLine> decided, Messages texts)
    {
        if (decided[PlaceOf(row)].FirstOrDefault(line => SharesACheck(line, row)) is not { } before) return row;
        var cells = row.Cells.ToArray();
        cells[CleaningLog.Columns.IndexOf("status")] = texts.Text("workbook/cleaning-log", "reopened", [new("decision", before["change_type"])]);
        return row with { Cells = cells };
    }

    private static bool SharesACheck(MergedLine line, LogRow row) => line["check_id"].Split(Joint).Intersect(Cell(row, "check_id").Split(Joint), StringComparer.Ordinal).Any();

    private static (IReadOnlyList<LogRow> Rows, ImmutableArray<string> More) Rest(
        IReadOnlyList<MergedLine> earlier, LogSheetKind kind, IReadOnlyList<LogRow> today, ImmutableArray<string> todayColumns, Func<LogRow, string> placeOf)
    {
        var lines = earlier.Where(line => line.Kind == kind).ToList();
        var own = MergedLine.ColumnsOf(kind);
        ImmutableArray<string> more = [.. Headers(lines).Union(todayColumns.Except(own, StringComparer.Ordinal), StringComparer.Ordinal)];
        var rows = lines.Select(line => RowOf(line, more, null)).ToList();
        var known = rows.Select(placeOf).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(today.Where(row => !known.Contains(placeOf(row))).Select(row => row with { Cells = [.. own.Concat(more).Select(header => todayColumns.IndexOf(header) is >= 0 and var at ? row.Cells[at] : "")] }));
        return (rows, more);
    }

    private static LogRow RowOf(MergedLine line, ImmutableArray<string> more, LogForms? forms)
    {
        var question = line.Kind == LogSheetKind.Log && line["question"].Length > 0 ? forms?.Find(line["question"], line["table"]) : null;
        return new([.. line.Cells, .. more.Select(header => line.Extra.GetValueOrDefault(header, ""))], question);
    }

    private static ImmutableArray<string> Headers(IEnumerable<MergedLine> lines) => [.. lines.SelectMany(line => line.Extra.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] IdsOf(LogRow row) => Cell(row, "finding_id").Split(Joint, StringSplitOptions.RemoveEmptyEntries);

    private static string PlaceOf(MergedLine line) => string.Join('\n', line["uuid"].ToLowerInvariant(), line["table"].Split('/')[^1], line["row_path"], line["question"]);

    private static string PlaceOf(LogRow row) => string.Join('\n', Cell(row, "uuid").ToLowerInvariant(), Cell(row, "table"), Cell(row, "row_path"), Cell(row, "question"));

    private static string Cell(LogRow row, string column) => row.Cells[CleaningLog.Columns.IndexOf(column)];
}
