using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Duplicates;

/// <summary>The questions in which interviews are compared with each other, and the answers to them.</summary>
/// <remarks>
/// Choices, numbers, dates and texts of the main part that a person answered: no metadata, calculations, notes, places, and not the
/// enumerator. Source: cleaning §4.7.
/// </remarks>
internal sealed class ComparedAnswers
{
    private ComparedAnswers(ImmutableArray<Question> questions, AnswerMatrix matrix, int[] rows)
    {
        (Questions, Matrix, Rows) = (questions, matrix, rows);
    }

    /// <summary>The questions, in the order of the matrix.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>The answers.</summary>
    public AnswerMatrix Matrix { get; }

    /// <summary>The interviews: rows of the main table, each submission once.</summary>
    public int[] Rows { get; }

    /// <summary>Reads the answers. O(rows × questions).</summary>
    public static ComparedAnswers Of(CheckContext context, QuestionFilter filter)
    {
        var main = context.Submissions.Main;
        var columns = main.Columns.Where(c => c.Question is { } q && Compares(q) && filter.Takes(q) && c.Name != context.Interviews.Fieldwork.Enumerator).ToList();
        var answers = columns.Where(c => c.Role == ColumnRole.Answer && !c.Value.IsBlank).ToList();

        // Where a select_multiple has columns of its choices alone, these are put together.
        var apart = columns.Where(c => c.Role == ColumnRole.Chosen && !answers.Exists(a => a.Question == c.Question)).GroupBy(c => c.Question!);
        var coded = new CodedAnswers[answers.Count];
        Parallel.For(0, coded.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, i =>
            coded[i] = CodedAnswers.Of(answers[i].Value, answers[i].Question!.Type.IsSelectMultiple(), text => context.IsBlank(text)));
        CodedAnswers[] all = [.. coded, .. apart.Select(g => CodedAnswers.Of(Chosen(g, main.RowCount), isSet: true, text => text.IsEmpty))];
        Question[] questions = [.. answers.Select(c => c.Question!), .. apart.Select(g => g.Key)];
        int[] answered = [.. Enumerable.Range(0, all.Length).Where(c => all[c].Count > 1)];

        return new([.. answered.Select(c => questions[c])], new([.. answered.Select(c => all[c])], main.RowCount, context.Threads), context.Interviews.Once);
    }

    /// <summary>Whether a question is compared, wherever it stands.</summary>
    public static bool Compares(Question question) =>
        question.Calculation is null && (question.Type.IsSelectOne() || question.Type.IsSelectMultiple() || question.Type.IsNumeric() || question.Type is QuestionType.Date or QuestionType.Text);

    private static Column Chosen(IEnumerable<TableColumn> choices, int rows)
    {
        var columns = choices.Select(c => (c.Choice, c.Value, Codes: c.Value.CodesOfAllRows())).ToList();
        return Column.FromTexts(Enumerable.Range(0, rows).Select(row =>
            string.Join(' ', columns.Where(c => c.Value.Utf8(c.Codes[row]).SequenceEqual("1"u8)).Select(c => c.Choice))));
    }
}
