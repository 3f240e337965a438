using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether a text holds another in some place: <c>contains()</c>, <c>starts-with()</c>, <c>ends-with()</c>. Case matters.</summary>
internal sealed class TextTestFunction(string name, Func<string, string, bool> test, FunctionExample example) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text), new("sought", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => example;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(test(call.Text(0), call.Text(1)));
}
