using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The opposite of a truth.</summary>
internal sealed class NotFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "not";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("condition", ParameterType.Boolean)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("not(1 = 2)", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(!call.Boolean(0));
}
