using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The number of candidates in a predicate.</summary>
internal sealed class LastFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "last";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new("count(instance('sex')/root/item[position() = last()])", "1");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of((double)call.Context.Size);
}
