using System.Collections.Immutable;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Audit;

/// <summary>The events of the audit trail that an applied log gives: removals first, then cells by their place in the raw data.</summary>
internal static class LogEvents
{
    /// <summary>The events.</summary>
    /// <param name="outcome">A log that was applied.</param>
    /// <param name="now">The instant of <c>--now</c> for lines that say no time, or "".</param>
    public static IEnumerable<AuditEvent> Of(LogOutcome outcome, string now)
    {
        ImmutableArray<Table> tables = [.. outcome.Raw.Tables];
        foreach (var (row, line) in outcome.Removals.Submissions) yield return Removed(tables[0], row, line, now);
        foreach (var (place, line) in outcome.Removals.Rows) yield return Removed(tables[place.Table], place.Row, line, now);
        foreach (var cell in outcome.Cells)
        {
            var (place, line) = (cell.Change.Place, cell.Change.Line);
            if (outcome.Removals.Goes(place.Table, place.Row)) continue;
            yield return At(tables[place.Table], place.Row, line, now) with
            {
                Cause = Word(cell.Change.Cause),
                Question = tables[place.Table].Columns[place.Column].Name,
                Old = cell.OldRaw,
                New = cell.NewRaw,
                IsUnverified = cell.Change.Cause is ChangeCause.Log or ChangeCause.Parent or ChangeCause.Child && line is { IsUnverified: true },
            };
        }
    }

    private static AuditEvent Removed(Table table, int row, ResolvedLine line, string now) =>
        At(table, row, line, now) with { Reason = RemovalReasons.Of(line.Entry).Word };

    private static AuditEvent At(Table table, int row, ResolvedLine? line, string now) => new()
    {
        Cause = "removed",
        EntryId = line?.Entry.EntryId ?? "",
        CheckIds = line?.Entry.CheckIds ?? "",
        Uuid = table.SubmissionIdOf(row) ?? "",
        Table = table.Path ?? "",
        RowPath = table.RowPathOf(row) ?? "",
        Actor = line?.Entry.ReviewedBy ?? "",
        At = line?.Entry.ReviewedAt ?? now,
    };

    private static string Word(ChangeCause cause) => cause switch
    {
        ChangeCause.Log => "log",
        ChangeCause.Parent => "parent",
        ChangeCause.Child => "child",
        ChangeCause.Recalculated => "recalculated",
        _ => "hidden",
    };
}
