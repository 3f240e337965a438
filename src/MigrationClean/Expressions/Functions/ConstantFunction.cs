using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A function without parameters that always gives the same: <c>true()</c>, <c>false()</c>, <c>pi()</c>.</summary>
internal sealed class ConstantFunction(string name, Value value, string text) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override FunctionExample Example => new($"{name}()", text);

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => value;
}
