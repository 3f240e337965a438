using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The greatest or the least of some numbers: <c>max()</c>, <c>min()</c>.</summary>
/// <remarks>
/// JavaRosa skips what is no number; in Enketo one such value makes the result no number. JavaRosa's <c>max()</c> of negative numbers alone is
/// wrong; here it is right.
/// </remarks>
internal sealed class ExtremeFunction(string name, bool isGreatest, FunctionExample example) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any, IsOptional: true, Repeats: 1)];

    /// <inheritdoc/>
    public override FunctionExample Example => example;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var extreme = double.NaN;
        for (var i = 0; i < call.Count; i++)
            foreach (var value in call[i].IsNodes ? call.Nodes(i).Select(n => Value.Of(n)) : [call[i]])
            {
                var number = call.ToNumber(value, i);
                if (number.IsFailure) return number;
                if (double.IsNaN(number.Number) && !call.IsJavaRosa) return Value.NaN;
                if (double.IsNaN(extreme) || (isGreatest ? number.Number > extreme : number.Number < extreme)) extreme = number.Number;
            }

        return Value.Of(extreme);
    }
}
