using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether the weights of the true items add up to a sum within bounds.</summary>
/// <remarks>In JavaRosa a negative minimum is a number like others.</remarks>
internal sealed class WeightedChecklistFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "weighted-checklist";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("least", ParameterType.Number),
        new("most", ParameterType.Number),
        new("item", ParameterType.Boolean, IsOptional: true),
        new("weight", ParameterType.Number, IsOptional: true, Repeats: 2),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("weighted-checklist(2, 5, true(), 3, false(), 9)", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var sum = 0.0;
        for (var i = 2; i + 1 < call.Count; i += 2)
            if (call.Boolean(i)) sum += call.Number(i + 1);
        var reaches = (!call.IsJavaRosa && call.Number(0) < 0) || sum >= call.Number(0);
        return Value.Of(reaches && (call.Number(1) < 0 || sum <= call.Number(1)));
    }
}
