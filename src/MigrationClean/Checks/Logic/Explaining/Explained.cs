using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>What a rule says of a submission.</summary>
internal enum Verdict
{
    /// <summary>The question is asked; the answer is there, fits, is the calculated one, is offered, or there are as many iterations as asked for.</summary>
    Holds,

    /// <summary>The rule is broken.</summary>
    Broken,

    /// <summary>A condition that is false, and nothing is there that it forbids.</summary>
    Closed,

    /// <summary>Nothing to judge: not asked, or no answer.</summary>
    Idle,

    /// <summary>It cannot be told.</summary>
    NotJudged,
}

/// <summary>A part of an expression with its value.</summary>
/// <param name="Text">The part as written.</param>
/// <param name="Depth">How deep it stands; the whole is 0.</param>
/// <param name="Value">Its value as text, or <see langword="null"/> where it has none.</param>
/// <param name="WasSkipped">Whether it was not looked at, as what stands before decides.</param>
/// <param name="Reason">Why it has no value, or <see langword="null"/>.</param>
internal sealed record ExplainedPart(string Text, int Depth, string? Value, bool WasSkipped, NotEvaluable? Reason);

/// <summary>An answer that an expression reads.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Node">The question.</param>
/// <param name="Value">Its text, "" for none.</param>
internal sealed record ExplainedAnswer(string Path, FormNode Node, string Value);

/// <summary>A rule with everything that its verdict rests on. From one submission that the user named: it holds answers.</summary>
internal sealed record ExplainedRule
{
    /// <summary>Which rule.</summary>
    public required LogicColumn Column { get; init; }

    /// <summary>Whose it is: the question, or a group around it.</summary>
    public required FormNode Node { get; init; }

    /// <summary>The choice that the filter was run on, where it is one: each that was chosen is a rule by itself.</summary>
    public string? Choice { get; init; }

    /// <summary>The expression as written.</summary>
    public required string Written { get; init; }

    /// <summary>The expression with labels and answers.</summary>
    public string Filled { get; init; } = "";

    /// <summary>Its parts, the whole first.</summary>
    public ImmutableArray<ExplainedPart> Parts { get; init; } = [];

    /// <summary>The answers that decide it.</summary>
    public ImmutableArray<ExplainedAnswer> Because { get; init; } = [];

    /// <summary>What it says.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it cannot be told, or <see langword="null"/>.</summary>
    public NotEvaluable? Reason { get; init; }

    /// <summary>An error of the expression, or <see langword="null"/>.</summary>
    public ExpressionError? Error { get; init; }

    /// <summary>The calculated value, the number of iterations asked for, the choices that are not offered; or <see langword="null"/>.</summary>
    public string? Expected { get; init; }

    /// <summary>What the submission has for <see cref="Expected"/>.</summary>
    public string? Actual { get; init; }
}

/// <summary>A question of a submission, one iteration of it, with its rules.</summary>
/// <param name="Path">Where, with iterations.</param>
/// <param name="Node">The question or repeat.</param>
/// <param name="Answer">Its text, "" for none; <see langword="null"/> for a repeat.</param>
/// <param name="Rules">Its rules: relevance from the outermost group, then the others.</param>
internal sealed record ExplainedQuestion(string Path, FormNode Node, string? Answer, ImmutableArray<ExplainedRule> Rules);
