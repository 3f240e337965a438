using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A function of two numbers: <c>pow()</c>, <c>atan2()</c>.</summary>
internal sealed class PairFunction(string name, string first, string second, Func<double, double, double> function, FunctionExample example) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new(first, ParameterType.Number), new(second, ParameterType.Number)];

    /// <inheritdoc/>
    public override FunctionExample Example => example;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(function(call.Number(0), call.Number(1)));
}
