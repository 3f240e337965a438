using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The choice at a place, counted from 0; empty where there is none.</summary>
internal sealed class SelectedAtFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "selected-at";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("list", ParameterType.Text), new("place", ParameterType.Number)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("selected-at('food water', 1)", "water");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var parts = call.IsJavaRosa ? call.Text(0).Split(' ', StringSplitOptions.RemoveEmptyEntries) : call.Text(0).Split(' ');
        var place = Math.Truncate(call.Number(1));
        return place >= 0 && place < parts.Length ? Value.Of(parts[(int)place]) : Value.Empty;
    }
}
