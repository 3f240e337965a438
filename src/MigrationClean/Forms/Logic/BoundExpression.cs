using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Logic;

/// <summary>A rule of the form, parsed, bound to the questions that it names, compiled.</summary>
internal sealed class BoundExpression
{
    /// <summary>The node whose rule it is.</summary>
    public required FormNode Node { get; init; }

    /// <summary>Which rule.</summary>
    public required LogicColumn Column { get; init; }

    /// <summary>The text and its place in the form.</summary>
    public required FormExpression Written { get; init; }

    /// <summary>The tree with references as paths; <see langword="null"/> if it does not parse.</summary>
    public Expression? Tree { get; init; }

    /// <summary>The compiled tree; <see langword="null"/> if the rule cannot be evaluated at all.</summary>
    public Operation? Operation { get; init; }

    /// <summary>What is wrong with it whatever the submission: every fault in the order of the text.</summary>
    public ImmutableArray<ExpressionError> Faults { get; init; } = [];

    /// <summary>The groups, repeats and questions that its value depends on, in form order; its own node where <c>.</c> is used.</summary>
    public ImmutableArray<FormNode> Reads { get; init; } = [];

    /// <summary>
    /// Whether it looks into iterations or their order, so that the values of <see cref="Reads"/> in one row do not decide it.
    /// </summary>
    public bool LooksIntoRepeats { get; init; }

    /// <summary>Whether it depends on the day of the submission.</summary>
    public bool UsesToday { get; init; }

    /// <summary>Whether it depends on the time of the submission.</summary>
    public bool UsesNow { get; init; }

    /// <summary>Whether its value is a text of the form, which comes in the language of the device.</summary>
    public bool UsesLabels { get; init; }

    /// <summary>Whether it depends on the clock.</summary>
    public bool UsesClock => UsesToday || UsesNow;
}
