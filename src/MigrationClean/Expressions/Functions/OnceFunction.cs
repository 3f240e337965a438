using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The question's own answer if it has one, else the value: so a calculation is done once.</summary>
internal sealed class OnceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "once";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Unevaluated)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("once('a')", "a");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Context.Current.Instance is not { } instance) return call.Operation(0).Evaluate(call.Context);
        var own = Conversion.OfNode(call.Context.Current, call.Context);
        if (own.IsFailure) return own;
        var isAnswered = instance.KindOf(call.Context.Current) == NodeKind.Element && !(own.Kind == ValueKind.Text && own.Text.Length == 0);
        return isAnswered ? own : call.Operation(0).Evaluate(call.Context);
    }
}
