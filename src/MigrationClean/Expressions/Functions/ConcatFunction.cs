using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Texts put together.</summary>
internal sealed class ConcatFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "concat";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any, IsOptional: true, Repeats: 1)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("concat('a', 1, 'b')", "a1b");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Joining.Join(call, "", 0);
}
