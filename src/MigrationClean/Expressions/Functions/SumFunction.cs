using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The sum of a node-set's numbers.</summary>
/// <remarks>JavaRosa skips what is no number; in Enketo one such node makes the sum no number.</remarks>
internal sealed class SumFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "sum";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("nodes", ParameterType.Nodes)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("sum(instance('sex')/root/item/code)", "3");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var sum = 0.0;
        foreach (var node in call.Nodes(0))
        {
            var number = call.ToNumber(Value.Of(node), 0);
            if (number.IsFailure) return number;
            if (!call.IsJavaRosa || !double.IsNaN(number.Number)) sum += number.Number;
        }

        return Value.Of(sum);
    }
}
