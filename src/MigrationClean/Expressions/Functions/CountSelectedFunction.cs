using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>How many choices a select has.</summary>
internal sealed class CountSelectedFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "count-selected";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("list", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("count-selected('food water')", "2");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var count = 0;
        foreach (var part in call.Text(0).AsSpan().Split(' '))
            if (!call.Text(0).AsSpan(part).IsWhiteSpace()) count++;
        return Value.Of((double)count);
    }
}
