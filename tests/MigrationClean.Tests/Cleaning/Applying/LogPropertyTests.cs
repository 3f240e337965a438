using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Cleaning.Log;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Cleaning.Applying;

/// <summary>What holds of any log: lines are drawn from a pool in which some contradict each other and some follow from others.</summary>
public sealed class LogPropertyTests
{
    private static readonly string[] Pool =
    [
        "u1|||village|Osh|Talas|ChangeResponse", "u1|||village|Osh||BlankResponse|id=z", "u1|||left|yes|no|ChangeResponse", "u1|||reason|other|work|ChangeResponse",
        "u1|||reason_other|weather||BlankResponse", "u1|||needs|food basic_need|a.b need|ChangeResponse", "u1|||needs||need|AddOption", "u1|||needs/food|1|0|ChangeResponse",
        "u1|member|2|age|9|30|ChangeResponse", "u1|member|1|first|Ulan|Uluk|ChangeResponse", "u1|member|1||||RemoveRow", "u1|||adults|2|19|ChangeResponse",
        "u2|||left|no|yes|ChangeResponse", "u2|||children|3|0|ChangeResponse", "u2|||help|aunt||NoAction", "u2|||needs|food||BlankResponse", "u2|member|1|age|15|21|ChangeResponse",
        "u2||||||RemoveSurvey|reason=test", "u3|||village|007|7|ChangeResponse", "u3|||needs||food|AddOption", "u3|||needs||a.b|AddOption", "u3||||||RemoveSurvey|reason=duplicate",
        "u3|||adults|1|2|ChangeResponse", "u9|||adults|1|2|ChangeResponse", "u2|||adults|4|99|ChangeResponse",
    ];

    private static Arbitrary<int[]> Lines => Gen.Choose(0, Pool.Length - 1).ArrayOf().Where(lines => lines.Length < 9).ToArbitrary();

    [Fact]
    public void Turning_the_audit_trail_back_gives_the_raw_cells() => Prop.ForAll(Lines, lines =>
    {
        var outcome = LogCase.Apply(Text(lines));
        if (outcome.IsRefused) return true;
        var undo = AuditUndo.Of(outcome.Kept, [.. LogEvents.Of(outcome, "")]);
        var restored = undo.Cells.Select(c => (c.Table, c.Row, c.Column)).ToHashSet();
        ImmutableArray<Table> kept = [.. outcome.Kept.Tables];
        var back = new Dictionary<(int, int, int), string>();
        foreach (var cell in undo.Cells) back[(cell.Table, cell.Row, cell.Column)] = cell.Raw;
        return undo.Unmatched == 0 && restored.Count == undo.Cells.Count && IsRaw(kept, back);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_lines_does_not_matter() => Prop.ForAll(Lines, lines =>
    {
        var (one, other) = (LogCase.Apply(Text(lines)), LogCase.Apply(Text([.. lines.Reverse()])));
        return one.IsRefused == other.IsRefused && LogCase.Changes(one).SequenceEqual(LogCase.Changes(other))
            && LogEvents.Of(one, "").SequenceEqual(LogEvents.Of(other, ""))
            && one.Findings.Select(f => f.MessageKey).Order().SequenceEqual(other.Findings.Select(f => f.MessageKey).Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Applying_a_log_to_its_own_output_changes_nothing() => Prop.ForAll(Lines, lines =>
    {
        // A removed row of a repeat cannot be told from the one that took its place without the deletion log.
        int[] kept = [.. lines.Where(l => !Pool[l].EndsWith("RemoveRow", StringComparison.Ordinal))];
        var once = LogCase.Apply(Text(kept));
        if (once.IsRefused) return true;
        var removed = once.Removals.Submissions.Values.Select(l => l.Entry.Submission).ToImmutableHashSet();
        var twice = LogCase.Apply(Text(kept), new LogOptions { RemovedBefore = removed }, once.Kept);
        return !twice.IsRefused && twice.Cells.IsEmpty;
    }).QuickCheckThrowOnFailure();

    private static string Text(IEnumerable<int> lines) => string.Join('\n', lines.Distinct().Select(l => Pool[l]));

    private static bool IsRaw(ImmutableArray<Table> kept, Dictionary<(int, int, int), string> back)
    {
        ImmutableArray<Table> raw = [.. LogCase.Raw.Tables];
        for (var t = 0; t < kept.Length; t++)
            for (var row = 0; row < kept[t].RowCount; row++)
            {
                var origin = Enumerable.Range(0, raw[t].RowCount).Single(r => raw[t].SubmissionIdOf(r) == kept[t].SubmissionIdOf(row) && raw[t].RowPathOf(r) == kept[t].RowPathOf(row));
                for (var c = 0; c < kept[t].Columns.Length; c++)
                {
                    var text = back.GetValueOrDefault((t, row, c), kept[t].Columns[c].Raw.TextAt(row));
                    if (text != raw[t].Columns[c].Raw.TextAt(origin)) return false;
                }
            }

        return true;
    }
}
