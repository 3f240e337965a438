using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The first value unless it is empty, else the second.</summary>
/// <remarks>JavaRosa keeps the type and takes a number that is none for empty; Enketo gives text.</remarks>
internal sealed class CoalesceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "coalesce";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("first", ParameterType.Single), new("second", ParameterType.Single)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("coalesce('', 5)", "5");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var first = call[0];
        if (!call.IsJavaRosa) return call.ToText(first, 0) is { Text.Length: > 0 } text ? text : call.ToText(call[1], 1);
        var isEmpty = first.Kind == ValueKind.Text ? first.Text.Length == 0 : first.Kind == ValueKind.Number && double.IsNaN(first.Number);
        return isEmpty ? call[1] : first;
    }
}
