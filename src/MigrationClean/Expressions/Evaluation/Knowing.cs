using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>An operand that must be there: blank, or no number where one was calculated, it makes whatever uses it unknown instead of false.</summary>
/// <remarks>Source: cleaning §2. Text that is no number stays what it is: it is an answer, and another check's fault.</remarks>
internal sealed class Knowing(Expression source, Operation operand) : Operation(source)
{
    /// <summary>Key of the reason: an answer that a rule needs is blank.</summary>
    public const string Reason = "blank-operand";

    private readonly Value _unknown = Value.Unknown(new NotEvaluable(Reason, NameIn(source)));

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [operand];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var value = operand.Evaluate(context);
        return value.Kind switch
        {
            ValueKind.Text => value.Text.Length == 0 ? _unknown : value,
            ValueKind.Number => double.IsNaN(value.Number) ? _unknown : value,
            ValueKind.Node => OfNode(value, context),
            ValueKind.Nodes => value.Nodes.Count == 0 ? _unknown : value,
            _ => value,
        };
    }

    private Value OfNode(in Value node, EvaluationContext context)
    {
        var value = Conversion.OfNode(node.Node, context);
        if (value.Kind == ValueKind.Text && value.Text.Length == 0) return _unknown;

        // Enketo compares nodes by existence where a truth is on the other side: it stays a node there.
        return context.IsJavaRosa || value.IsFailure ? value : node;
    }

    private static string NameIn(Expression source) => source switch
    {
        Expression.Path { Steps: [.., { Test: NodeTest.Name } last] } => last.Name,
        _ => source.Parts.Select(NameIn).FirstOrDefault(name => name.Length > 0) ?? "",
    };
}
