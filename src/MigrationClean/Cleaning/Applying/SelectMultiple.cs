using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What lines on a select_multiple and on single choices make of its answer: whole words, the order of ticking stays (cleaning §6.5).</summary>
internal static class SelectMultiple
{
    /// <summary>The column of one choice, or <see langword="null"/> where the export has none.</summary>
    public static TableColumn? ChildOf(Table table, TableColumn parent, string option)
    {
        foreach (var child in table.ChosenColumnsOf(parent.Question!))
            if (child.Choice == option) return child;
        return null;
    }

    /// <summary>The names that an answer holds once single choices are set and unset.</summary>
    /// <param name="held">The answer as it is.</param>
    /// <param name="question">For the order of choices that are added.</param>
    /// <param name="options">Choices and whether they are to be chosen.</param>
    public static string With(string held, Question question, IReadOnlyDictionary<string, bool> options)
    {
        var names = held.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => options.GetValueOrDefault(name, true)).ToList();
        var list = question.Choices?.Choices.Select(c => c.Name).ToImmutableArray() ?? [];
        var added = options.Where(o => o.Value && !names.Contains(o.Key, StringComparer.Ordinal)).Select(o => o.Key);
        return string.Join(' ', names.Concat(added.OrderBy(o => list.IndexOf(o) is >= 0 and var at ? at : int.MaxValue).ThenBy(o => o, StringComparer.Ordinal)));
    }
}
