using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The length of a text in UTF-16 code units.</summary>
internal sealed class StringLengthFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "string-length";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("string-length('Ысык-Көл')", "8");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var text = call.Count == 0 ? ContextNode.Text(call) : call[0];
        return text.IsFailure ? text : Value.Of((double)text.Text.Length);
    }
}
