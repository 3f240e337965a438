using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A choice list or an attached file, to start a path from: <c>instance('rayons')/root/item[…]/label</c>.</summary>
internal sealed class InstanceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "instance";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("id", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("count(instance('sex')/root/item)", "2");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var found = call.Context.Surroundings.Find(call.Text(0), out var reason);
        if (reason is not null) return Value.Unknown(reason);
        return found is null ? call.FailAt(0, "unknown-instance", new FindingArgument("name", call.Text(0))) : Value.Of(found.Document);
    }
}
