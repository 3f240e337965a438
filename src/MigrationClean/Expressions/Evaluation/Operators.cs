using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>A value that the text itself gives.</summary>
internal sealed class Constant(Expression source, Value value) : Operation(source)
{
    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context) => value;
}

/// <summary>A sign. Applies to every operand in both dialects: that Enketo refuses some is a defect, not a meaning.</summary>
internal sealed class Minus(Expression source, Operation operand) : Operation(source)
{
    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [operand];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var value = operand.EvaluateNumber(context);
        return value.IsFailure ? value : Value.Of(-value.Number);
    }
}

/// <summary><c>+ - * div mod</c> on doubles.</summary>
internal sealed class Arithmetic(Expression.Binary source, Operation left, Operation right) : Operation(source)
{
    private readonly char _operator = source.Operator[0];

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [left, right];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var a = left.EvaluateNumber(context);
        if (a.Kind == ValueKind.Error) return a;
        var b = right.EvaluateNumber(context);
        if (b.IsFailure) return b;
        if (a.IsFailure) return a;
        return Value.Of(_operator switch
        {
            '+' => a.Number + b.Number,
            '-' => a.Number - b.Number,
            '*' => a.Number * b.Number,
            'd' => a.Number / b.Number,
            _ => a.Number % b.Number,
        });
    }
}

/// <summary><c>and</c>, <c>or</c>: left to right, the right side only where the left does not decide; three-valued where a side is not evaluable.</summary>
/// <remarks>Source: xpath §5, xlsform §11.</remarks>
internal sealed class Junction(Expression.Binary source, Operation left, Operation right) : Operation(source)
{
    private readonly bool _decides = source.Operator == "or";

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [left, right];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var first = left.EvaluateBoolean(context);
        if (first.Kind == ValueKind.Error) return first;
        if (!first.IsFailure && first.Boolean == _decides) return first;
        var second = right.EvaluateBoolean(context);
        if (!first.IsFailure || second.Kind == ValueKind.Error) return second;
        return !second.IsFailure && second.Boolean == _decides ? second : first;
    }
}

/// <summary><c>= != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class Comparison(Expression.Binary source, Operation left, Operation right) : Operation(source)
{
    private readonly ComparisonKind _kind = source.Operator switch
    {
        "=" => ComparisonKind.Equal,
        "!=" => ComparisonKind.Different,
        "<" => ComparisonKind.Less,
        "<=" => ComparisonKind.LessOrEqual,
        ">" => ComparisonKind.Greater,
        _ => ComparisonKind.GreaterOrEqual,
    };

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [left, right];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var a = left.Evaluate(context);
        if (a.Kind == ValueKind.Error) return a;
        var b = right.Evaluate(context);
        if (b.IsFailure) return b;
        if (a.IsFailure) return a;
        return Comparing.Compare(_kind, a, b, context, left.Position, right.Position);
    }
}

/// <summary><c>a | b</c>: the nodes of both, in document order.</summary>
internal sealed class Union(Expression source, Operation left, Operation right) : Operation(source)
{
    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [left, right];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var a = left.Evaluate(context);
        if (a.IsFailure) return a;
        var b = right.Evaluate(context);
        if (b.IsFailure) return b;
        if (!a.IsNodes || !b.IsNodes) return Value.Fail("nodes-wanted", a.IsNodes ? right.Position : left.Position);
        return Value.Of(NodeOrder.Sorted(a.Nodes.Concat(b.Nodes)));
    }
}

/// <summary>A part that has no value whatever the submission: an unknown function, a variable.</summary>
internal sealed class Failing(Expression source, ExpressionError error, ImmutableArray<Operation> parts) : Operation(source)
{
    /// <summary>Why.</summary>
    public ExpressionError Error { get; } = error;

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => parts;

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context) => Value.Fail(Error);
}
