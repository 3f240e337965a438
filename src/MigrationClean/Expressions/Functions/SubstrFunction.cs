using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Part of a text: 0-based, the end excluded, negative places count from the end.</summary>
internal sealed class SubstrFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "substr";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("text", ParameterType.Text),
        new("start", ParameterType.Number),
        new("end", ParameterType.Number, IsOptional: true),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("substr('Bishkek', 0, 4)", "Bish");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var text = call.Text(0);
        var start = Place(call.Number(1), text.Length);
        var end = call.Count > 2 ? Place(call.Number(2), text.Length) : text.Length;
        return Value.Of(start < end ? text[start..end] : "");
    }

    private static int Place(double place, int length)
    {
        if (double.IsNaN(place)) return 0;
        var whole = Math.Truncate(place);
        return (int)Math.Clamp(whole < 0 ? length + whole : whole, 0, length);
    }
}
