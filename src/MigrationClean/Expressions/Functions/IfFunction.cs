using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>One of two values.</summary>
/// <remarks>JavaRosa evaluates the taken branch alone; Enketo both, so an error in either is an error of the whole.</remarks>
internal sealed class IfFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "if";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
        [new("condition", ParameterType.Boolean), new("then", ParameterType.Unevaluated), new("else", ParameterType.Unevaluated)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("if(3 > 2, 'yes', 'no')", "yes");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var taken = call.Operation(call.Boolean(0) ? 1 : 2).Evaluate(call.Context);
        if (call.IsJavaRosa || taken.Kind == ValueKind.Error) return taken;
        var other = call.Operation(call.Boolean(0) ? 2 : 1).Evaluate(call.Context);
        return other.Kind == ValueKind.Error ? other : taken;
    }
}
