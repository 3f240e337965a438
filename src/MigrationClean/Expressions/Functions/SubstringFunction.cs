using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Part of a text as XPath counts: from 1, with a length.</summary>
internal sealed class SubstringFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "substring";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("text", ParameterType.Text),
        new("start", ParameterType.Number),
        new("length", ParameterType.Number, IsOptional: true),
    ];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new("substring('hello', 2, 3)", "ell");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var text = call.Text(0);
        var first = Rounding.HalfUp(call.Number(1));
        var last = call.Count > 2 ? first + Rounding.HalfUp(call.Number(2)) : double.PositiveInfinity;
        if (double.IsNaN(first) || double.IsNaN(last)) return Value.Empty;
        var start = (int)Math.Clamp(first - 1, 0, text.Length);
        var end = (int)Math.Clamp(last - 1, 0, text.Length);
        return Value.Of(start < end ? text[start..end] : "");
    }
}
