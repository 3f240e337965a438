using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Functions;

/// <summary>The value of a field in the given iterations of its repeats.</summary>
/// <remarks>
/// JavaRosa reads an index below 1, or none, as 1, and a level without an index must have one iteration; in Enketo an index of 0 gives nothing
/// and a level without an index its first iteration. Source: xpath §7.
/// </remarks>
internal sealed class IndexedRepeatFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "indexed-repeat";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("field", ParameterType.Unevaluated),
        new("repeat", ParameterType.Unevaluated),
        new("index", ParameterType.Number),
        new("repeat", ParameterType.Unevaluated, IsOptional: true),
        new("index", ParameterType.Number, IsOptional: true, Repeats: 2),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("indexed-repeat(/data/child/age, /data/child, 2)", "7");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Count % 2 == 0) return call.Fail("pairs");
        if (call.Context.Current.Instance is not { } instance) return Value.Empty;
        if (Names(call, 0) is not { } field) return call.FailAt(0, "path-wanted");
        var indexes = new Dictionary<int, double>();
        for (var i = 1; i + 1 < call.Count; i += 2)
        {
            if (Names(call, i) is not { } repeat || !field.Take(repeat.Length).SequenceEqual(repeat, StringComparer.Ordinal)) return call.FailAt(i, "path-wanted");
            indexes[repeat.Length] = call.Number(i + 1);
        }

        var node = instance.DocumentOf(call.Context.Current);
        for (var depth = 1; depth <= field.Length; depth++)
        {
            var found = new List<Node>();
            if (instance.UnreadableChildren(node, field[depth - 1]) is { } unreadable) return unreadable;
            instance.AddChildren(node, field[depth - 1], found);
            var at = indexes.TryGetValue(depth, out var index) ? Place(index, call.IsJavaRosa) : 0;
            if (!indexes.ContainsKey(depth) && found.Count > 1 && call.IsJavaRosa)
                return call.FailAt(0, "several-nodes", new FindingArgument("name", field[depth - 1]));
            if (at < 0 || at >= found.Count) return Value.Empty;
            node = found[at];
            if (call.IsJavaRosa && !instance.IsRelevant(node, call.Context)) return Value.Empty;
        }

        return Value.Of(node);
    }

    private static int Place(double index, bool isJavaRosa)
    {
        if (isJavaRosa && !(index >= 1)) return 0;
        return double.IsNaN(index) || index > int.MaxValue ? int.MaxValue : (int)Math.Truncate(index) - 1;
    }

    /// <summary>The names from the root element down; a relative path, or one from <c>current()</c>, is followed from the node of the expression.</summary>
    private static string[]? Names(in FunctionCall call, int argument)
    {
        if (call.Operation(argument) is not PathOperation { Start: null or CallOperation { Function: CurrentFunction } } path) return null;
        var names = new Stack<string>();
        if (!path.IsAbsolute)
            foreach (var above in call.Context.Current.Instance.PathTo(call.Context.Current).Skip(1)) names.Push(above.Name);
        foreach (var step in path.Steps)
        {
            if (step.Axis == Axis.Child && step.Test == NodeTest.Name) names.Push(step.Name);
            else if (step.Axis == Axis.Parent && names.Count > 0) names.Pop();
            else if (step.Axis != Axis.Self) return null;
        }

        return [.. names.Reverse()];
    }
}
