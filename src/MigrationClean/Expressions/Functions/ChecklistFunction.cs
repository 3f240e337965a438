using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether the number of true items lies within bounds; a negative bound is off.</summary>
internal sealed class ChecklistFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "checklist";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("least", ParameterType.Number),
        new("most", ParameterType.Number),
        new("item", ParameterType.Boolean, IsOptional: true, Repeats: 1),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("checklist(1, 2, true(), false(), true())", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var count = 0;
        for (var i = 2; i < call.Count; i++)
            if (call.Boolean(i)) count++;
        return Value.Of((call.Number(0) < 0 || count >= call.Number(0)) && (call.Number(1) < 0 || count <= call.Number(1)));
    }
}
