using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>What stands after a text; empty if it does not occur.</summary>
internal sealed class SubstringAfterFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "substring-after";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text), new("sought", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("substring-after('2024-03-15', '-')", "03-15");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal) is >= 0 and var at ? call.Text(0)[(at + call.Text(1).Length)..] : "");
}
