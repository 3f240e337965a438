using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Rules;

/// <summary>The table at whose rows an expression is judged when nobody says it: that of the deepest repeat among the questions that it names.</summary>
/// <remarks>
/// What stands in <c>sum()</c>, <c>count()</c> and the like is one value for all iterations, and is judged at their parent. Source: cleaning
/// §4.13, tables-and-settings §3.
/// </remarks>
internal static class RowTable
{
    private static readonly string[] Aggregates = ["sum", "count", "count-non-empty", "distance", "area"];
    private static readonly string[] AggregatesOfOne = ["max", "min", "concat"];

    /// <summary>The table's path, <see langword="null"/> for the main part.</summary>
    /// <param name="tree">The expression as parsed.</param>
    /// <param name="form">The form.</param>
    /// <param name="isClear">Whether all questions lie around one row; if not, somebody has to name the table.</param>
    public static string? Of(Expression tree, Form form, out bool isClear)
    {
        var repeats = new HashSet<Group>();
        Visit(tree, form, isAggregated: false, repeats);
        var deepest = repeats.OrderByDescending(DepthOf).ThenBy(r => r.Path, StringComparer.Ordinal).FirstOrDefault();
        isClear = repeats.All(r => r == deepest || deepest!.Ancestors.Contains(r));
        return deepest?.Path;
    }

    /// <summary>The questions that an expression names or reads, in form order; repeats and groups that it counts are none.</summary>
    public static ImmutableArray<string> NamesIn(Expression tree) =>
        [.. tree.All.OfType<Expression.Reference>().Select(r => r.Name).Distinct(StringComparer.Ordinal)];

    private static void Visit(Expression part, Form form, bool isAggregated, HashSet<Group> repeats)
    {
        switch (part)
        {
            case Expression.Reference reference:
                if (form.NodesNamed(reference.Name) is [var target] && RepeatOf(target, isAggregated) is { } repeat) repeats.Add(repeat);
                break;
            case Expression.Call call:
                foreach (var (argument, i) in call.Arguments.Select((a, i) => (a, i))) Visit(argument, form, isAggregated || IsAggregated(call, i), repeats);
                break;
            default:
                foreach (var inner in part.Parts) Visit(inner, form, isAggregated, repeats);
                break;
        }
    }

    private static bool IsAggregated(Expression.Call call, int argument) =>
        Aggregates.Contains(call.Name)
        || (AggregatesOfOne.Contains(call.Name) && call.Arguments.Length == 1)
        || (call.Name == "join" && argument > 0 && call.Arguments.Length == 2)
        || (call.Name == "indexed-repeat" && (argument == 0 || argument % 2 == 1));

    private static Group? RepeatOf(FormNode target, bool isAggregated)
    {
        if (!isAggregated) return target.Repeat;
        return target is Group { IsRepeat: true } ? target.Repeat : target.Repeat?.Repeat;
    }

    private static int DepthOf(Group repeat) => repeat.Ancestors.Count(a => a.IsRepeat);
}
