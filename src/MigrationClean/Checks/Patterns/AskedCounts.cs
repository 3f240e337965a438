using MigrationClean.Checks.Logic.Running;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>How many different questions each interview was asked.</summary>
/// <remarks>
/// A question of a repeat counts once however many iterations there are: a large household is no longer path. Calculations and what the client
/// fills in do not count.
/// </remarks>
internal static class AskedCounts
{
    /// <summary>By row of the main table; 0 where the interview does not count.</summary>
    public static int[] Of(CheckContext context, QuestionFilter filter)
    {
        var rows = context.Submissions.Main.RowCount;
        var (counts, last) = (new int[rows], new int[rows]);
        var number = 0;
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!IsVisible(column.Question) || !filter.Takes(column.Question)) continue;
            number++;
            foreach (var (first, codes) in column.Blocks())
                for (var i = 0; i < codes.Count; i++)
                {
                    if (codes[i] < 0 || column.RootOf(first + i) is not (>= 0 and var root) || last[root] == number) continue;
                    last[root] = number;
                    counts[root]++;
                }
        }

        return counts;
    }

    /// <summary>Questions that decided that others were not asked in an interview: those that hid most first.</summary>
    /// <param name="result">The interview's form version.</param>
    /// <param name="row">Row of the main table.</param>
    public static IEnumerable<Question> GatesOf(LogicResult result, int row)
    {
        var (shape, hidden) = (result.Data.Shape, new Dictionary<Question, int>());
        for (var element = FormShapeRoot + 1; element < shape.Nodes.Length; element++)
        {
            var node = shape.Nodes[element];
            if (node.Relevant is null || shape.TableOf[element] != 0 || result.Asked.IsAsked(element, row) || !result.Asked.IsAsked(shape.Parents[element], row)) continue;
            var below = node is Group group ? QuestionsIn(group) : 1;
            if (shape.Logic.Find(node, Forms.Logic.LogicColumn.Relevant) is { } rule)
                foreach (var gate in rule.Reads.OfType<Question>().Distinct()) hidden[gate] = hidden.GetValueOrDefault(gate) + below;
        }

        return hidden.OrderByDescending(h => h.Value).ThenBy(h => shape.ElementOf(h.Key)).Select(h => h.Key);
    }

    private const int FormShapeRoot = Submissions.Logic.FormShape.Root;

    private static int QuestionsIn(Group group) => group.Children.Sum(c => c is Group inner ? QuestionsIn(inner) : IsVisible((Question)c) ? 1 : 0);

    private static bool IsVisible(Question question) =>
        question.HoldsAnswer && question.Calculation is null && question.Type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Unknown
            or QuestionType.BackgroundGeopoint or QuestionType.BackgroundAudio);
}
