using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The node that the expression belongs to, also inside a predicate.</summary>
internal sealed class CurrentFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "current";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override FunctionExample Example => new("count(current())", "1");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Current.Instance is null ? Value.NoNodes : Value.Of(call.Context.Current);
}
