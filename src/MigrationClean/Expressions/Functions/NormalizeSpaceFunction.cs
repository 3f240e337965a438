using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A text without blanks at its ends, runs of blanks as one.</summary>
internal sealed class NormalizeSpaceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "normalize-space";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("normalize-space('  a   b ')", "a b");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var text = call.Count == 0 ? ContextNode.Text(call) : call[0];
        return text.IsFailure ? text : Value.Of(string.Join(' ', text.Text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }
}
