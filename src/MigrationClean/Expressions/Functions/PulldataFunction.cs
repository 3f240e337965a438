using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value looked up in an attached file: of the first row whose key fits.</summary>
internal sealed class PulldataFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "pulldata";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("file", ParameterType.Text),
        new("column", ParameterType.Text),
        new("key column", ParameterType.Text),
        new("key", ParameterType.Text),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("pulldata('sex', 'label', 'name', 'male')", "Male");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var found = call.Context.Surroundings.Find(call.Text(0), out var reason);
        if (reason is not null) return Value.Unknown(reason);
        if (found is null) return call.IsJavaRosa ? Value.Empty : call.FailAt(0, "unknown-instance", new Diagnostics.FindingArgument("name", call.Text(0)));
        if (found.TryGetOnlyChild(found.Document, "root", out var root) == 0) return Value.Empty;
        var rows = found.HasIndex ? found.Find(root, "item", call.Text(2), call.Text(3)) : null;
        if (rows is null)
        {
            var all = new List<Node>();
            found.AddChildren(root, "item", all);
            rows = all;
        }

        foreach (var row in rows)
        {
            if (found.TryGetOnlyChild(row, call.Text(2), out var key) == 0 || found.TextOf(key) != call.Text(3)) continue;
            return found.TryGetOnlyChild(row, call.Text(1), out var cell) == 0 ? Value.Empty : Value.Of(found.TextOf(cell));
        }

        return Value.Empty;
    }
}
