using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether a choice is among those of a select.</summary>
internal sealed class SelectedFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "selected";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("list", ParameterType.Any), new("choice", ParameterType.Single)];

    /// <inheritdoc/>
    public override ImmutableArray<string> Aliases => ["is-selected"];

    /// <inheritdoc/>
    public override Clients AliasesOfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("selected('food water', 'water')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.IsJavaRosa && call[1].Kind == ValueKind.Number) return call.FailAt(1, "text-wanted");
        var list = call.ToText(call[0], 0);
        if (list.IsFailure) return list;
        var choice = call.ToText(call[1], 1);
        if (choice.IsFailure) return choice;
        var sought = choice.Text.Trim();
        if (sought.Length == 0) return Value.Of(list.Text.Trim().Length == 0);
        foreach (var part in list.Text.AsSpan().Split(' '))
            if (list.Text.AsSpan(part).Trim().SequenceEqual(sought)) return Value.Of(true);
        return Value.Of(false);
    }
}
