using System.Runtime.CompilerServices;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic;

/// <summary>Which choices of a select_multiple stand alone: none, don't know, prefer not to answer.</summary>
/// <remarks>The constraint comes first, then the settings, the form's column <c>exclusive</c>, and the words of names and labels. Source: cleaning §4.2, §4.13.</remarks>
internal static class ExclusiveOptions
{
    private const string Column = "exclusive";

    private static readonly ConditionalWeakTable<Question, string[]> Known = [];

    /// <summary>Names of the choices that the question's constraint forbids together with any other; empty where it forbids none.</summary>
    public static IReadOnlyList<string> Of(Question question) => Known.GetValue(question, FromConstraint);

    /// <summary>Names of the choices that stand alone, whoever says so; empty where none does.</summary>
    public static IReadOnlyList<string> Of(Question question, CheckSettings settings)
    {
        if (Of(question) is { Count: > 0 } written) return written;
        var given = settings.Of(ExclusiveChoiceWithOthers.Check).Texts(ExclusiveChoiceWithOthers.Options);
        var list = question.Choices?.Choices.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. given.Where(o => list?.Contains(o) ?? true)];
        if (named.Length == 0) named = [.. FromColumn(question).Where(o => list?.Contains(o) ?? true)];
        if (named.Length > 0 || given.Length > 0 || question.Choices is null) return named;
        return [.. question.Choices.Choices.Where(ExclusiveWords.Say).Select(c => c.Name)];
    }

    /// <summary>
    /// Whether an answer breaks the constraint by a choice that stands alone: such a cell is said once, and not as a broken constraint.
    /// </summary>
    public static bool AreBrokenBy(Question question, string? answer)
    {
        if (answer is null || !question.Type.IsSelectMultiple() || Of(question) is not { Count: > 0 } alone) return false;
        var chosen = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return chosen.Count > 1 && alone.Any(chosen.Contains);
    }

    private static string[] FromColumn(Question question)
    {
        foreach (var (header, value) in question.ExtraColumns)
            if (string.Equals(header.Trim(), Column, StringComparison.OrdinalIgnoreCase)) return value.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        return [];
    }

    // A choice stands alone if the constraint names it, lets it pass by itself and lets it pass with none of the others, while two of those
    // that it does not name may go together: a limit of one choice in all singles out nobody.
    private static string[] FromConstraint(Question question)
    {
        if (question.Constraint is not { } constraint || Parser.Parse(constraint.Text, out _) is not { } tree) return [];
        bool? Judge(params string[] chosen) => new ChoiceTruth(question.Name, chosen).Of(tree);

        var named = tree.All.OfType<Expression.Literal>().Select(l => l.Text).Distinct(StringComparer.Ordinal).ToList();
        List<string> all = question.Choices is { } list ? [.. list.Choices.Select(c => c.Name).Distinct(StringComparer.Ordinal)] : [.. named, "?1", "?2"];
        if (all.Except(named, StringComparer.Ordinal).Take(2).ToArray() is [var one, var two] && Judge(one, two) == false) return [];
        return [.. named.Where(n => all.Contains(n) && all.Count > 1 && Judge(n) != false && all.All(o => o == n || Judge(n, o) == false))];
    }
}
