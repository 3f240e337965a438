using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>Questions that are answered on one scale, one below the other.</summary>
/// <param name="Name">The list and its group, or the questions as the settings name them.</param>
/// <param name="Items">The questions, in form order.</param>
internal sealed record Battery(string Name, ImmutableArray<AskedColumn> Items)
{
    /// <summary>
    /// The batteries of a survey: questions of one list in one group, at least so many; and those of the settings, each a text of names or patterns
    /// with blanks between them.
    /// </summary>
    /// <param name="context">The submissions.</param>
    /// <param name="filter">The questions that count.</param>
    /// <param name="least">Fewest questions.</param>
    /// <param name="named">Those of the settings.</param>
    public static IEnumerable<Battery> In(CheckContext context, QuestionFilter filter, int least, ImmutableArray<string> named)
    {
        foreach (var version in context.Asked.Columns.GroupBy(c => c.Result))
        {
            var columns = version.Where(c => filter.Takes(c.Question)).ToList();
            foreach (var names in named)
            {
                var questions = new QuestionFilter { Include = [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
                questions.RefuseUnknown(context.Submissions.Forms);
                foreach (var table in columns.Where(c => questions.Takes(c.Question)).GroupBy(c => c.Table)) yield return new(names, [.. table]);
            }

            // The root is no group: yes and no all over a form is no battery.
            var lists = columns.Where(c => c.Question is { Choices: not null, Parent.Parent: not null } && c.Question.Type.IsSelectOne() && c.Question.Calculation is null)
                .GroupBy(c => (c.Question.Parent, c.Question.ListName));
            foreach (var list in lists)
                if (list.Count() >= least) yield return new(list.Key.Parent!.Path, [.. list]);
        }
    }
}
