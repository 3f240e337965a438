using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A function of one number: <c>abs()</c>, <c>sqrt()</c>, <c>sin()</c>, <c>floor()</c> …</summary>
internal sealed class MathFunction(string name, Func<double, double> function, FunctionExample example, Clients clients = Clients.Both) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("number", ParameterType.Number)];

    /// <inheritdoc/>
    public override Clients OfferedBy => clients;

    /// <inheritdoc/>
    public override FunctionExample Example => example;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(function(call.Number(0)));
}
