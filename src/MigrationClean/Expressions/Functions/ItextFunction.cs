using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The text of an id in the active language.</summary>
internal sealed class ItextFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "jr:itext";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("id", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("jr:itext('no-such-id')", "[itext:no-such-id]");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(FormSurroundings.Pick(call.Context.Surroundings.Texts(call.Text(0)), call.Context) ?? $"[itext:{call.Text(0)}]");
}
