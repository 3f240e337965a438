using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Findings about what a log leaves open: questions that are asked now, calculations that cannot run again, what would be blanked (cleaning §6.6, §6.7).</summary>
internal sealed class LogConsequences(SubmissionSet raw, ImmutableArray<Table> tables)
{
    private static readonly CheckId Hidden = new("FORM-01", "answer-not-relevant");
    private static readonly CheckId Missing = new("FORM-02", "required-missing");
    private static readonly CheckId Stale = new("FORM-04", "calculation-differs");

    private readonly List<Finding> _findings = [];

    /// <summary>The findings in report order.</summary>
    public ImmutableArray<Finding> Findings => [.. _findings.Order(FindingOrder.Comparer)];

    /// <summary>What a run on the logic found. A required question that is blank now is found by its check.</summary>
    public void Add(LogicOutcome logic)
    {
        foreach (var (place, question, _) in logic.NeedAnswer)
            if (question.Required is null) Add(Missing, "needs-answer", Severity.Warning, place);
        foreach (var (place, _, _) in logic.NotRecomputed) Add(Stale, "not-recomputed", Severity.Notice, place);
    }

    /// <summary>An answer that would be blanked as its question is not asked any more.</summary>
    public void WouldHide(CellPlace place) => Add(Hidden, "would-hide", Severity.Notice, place);

    private void Add(CheckId check, string variant, Severity severity, CellPlace place)
    {
        var (table, column) = (tables[place.Table], tables[place.Table].Columns[place.Column]);
        _findings.Add(new()
        {
            Check = check,
            Variant = variant,
            Severity = severity,
            Location = table.LocationOf(place.Row, column),
            SubmissionId = table.SubmissionIdOf(place.Row),
            Table = table.Path,
            RowPath = table.RowPathOf(place.Row),
            Question = column.Question!.Name,
            Path = table.PathOf(place.Row, column.Question, raw.FormOf(table, place.Row)),
            Arguments = [new("question", column.Question.Name)],
        });
    }
}
