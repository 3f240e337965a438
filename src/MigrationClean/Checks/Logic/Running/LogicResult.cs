using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Rows for which a rule could not be judged.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Element">The question or repeat.</param>
/// <param name="Reason">Why; <see langword="null"/> where the rule itself is at fault.</param>
internal readonly record struct Unjudged(ViolationKind Kind, int Element, NotEvaluable? Reason);

/// <summary>What re-running a form's logic found in the submissions of that form.</summary>
/// <param name="Data">The form, its shape and its tables.</param>
/// <param name="Violations">In form order, then by row.</param>
/// <param name="Unjudged">Rows by rule that could not be judged.</param>
/// <param name="Failures">The first error of each rule that failed in some submission, in form order.</param>
internal sealed record LogicResult(
    LogicData Data, ImmutableArray<Violation> Violations, ImmutableArray<(Unjudged Rule, int Rows)> Unjudged, ImmutableArray<(BoundExpression Rule, Expressions.ExpressionError Error)> Failures)
{
    /// <summary>Which questions were asked of which rows.</summary>
    public required AskedQuestions Asked { get; init; }

    /// <summary>The question or repeat of a violation.</summary>
    public FormNode NodeOf(in Violation violation) => Data.Shape.Nodes[violation.Element];
}
