using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Texts put together with a separator; empty ones stay.</summary>
internal sealed class JoinFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "join";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("separator", ParameterType.Text),
        new("value", ParameterType.Any, IsOptional: true, Repeats: 1),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("join('-', 'a', '', 'b')", "a--b");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Joining.Join(call, call.Text(0), 1);
}
