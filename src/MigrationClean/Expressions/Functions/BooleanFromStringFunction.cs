using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether a text says true: <c>1</c> or <c>true</c>.</summary>
internal sealed class BooleanFromStringFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "boolean-from-string";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("boolean-from-string('true')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(call.Text(0) is "1" or "true" || (call.IsJavaRosa && string.Equals(call.Text(0), "true", StringComparison.OrdinalIgnoreCase)));
}
