using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>One part of a compiled expression. Compiled once a form, evaluated for many submissions, in either dialect; holds no state.</summary>
internal abstract class Operation(Expression source)
{
    /// <summary>The part of the text that it was made from.</summary>
    public Expression Source { get; } = source;

    /// <summary>Where it stands in the text.</summary>
    public int Position => Source.Position;

    /// <summary>The operations directly below, in the order of the text.</summary>
    public virtual ImmutableArray<Operation> Parts => [];

    /// <summary>Its value where the context stands.</summary>
    public abstract Value Evaluate(EvaluationContext context);

    /// <summary>Its value as a number, or a failure.</summary>
    public Value EvaluateNumber(EvaluationContext context)
    {
        var value = Evaluate(context);
        return value.Kind == ValueKind.Number ? value : Conversion.ToNumber(value, context, Position);
    }

    /// <summary>Its value as a text, or a failure.</summary>
    public Value EvaluateText(EvaluationContext context)
    {
        var value = Evaluate(context);
        return value.Kind == ValueKind.Text ? value : Conversion.ToText(value, context, Position);
    }

    /// <summary>Its value as a truth, or a failure.</summary>
    public Value EvaluateBoolean(EvaluationContext context)
    {
        var value = Evaluate(context);
        return value.Kind == ValueKind.Boolean ? value : Conversion.ToBoolean(value, context, Position);
    }
}
