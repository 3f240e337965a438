using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Places;

/// <summary>Points that were asked for and are blank, in consented interviews: a refusal ends the form.</summary>
internal static class AskedPoints
{
    private const int BlockRows = 2048;

    /// <summary>The blank ones, by question and row. Relevance is evaluated only where a question has one and an answer is blank.</summary>
    public static IEnumerable<(Table Table, TableColumn Column, Question Question, int Row)> Missing(CheckContext context)
    {
        foreach (var form in context.Submissions.Forms)
        {
            foreach (var question in form.Questions.Where(q => q.Type == QuestionType.Geopoint && q.Calculation is null))
            {
                if (context.Submissions.Find(question.Repeat?.Path) is not { } table || ColumnOf(table, question) is not { } column) continue;
                var blank = Enumerable.Range(0, table.RowCount).Where(r => IsOfForm(context, table, r, form) && Passes(context, table, r) && context.IsBlank(column.Value.Utf8(column.Value.CodeAt(r)))).ToList();
                if (question.IsConditional && blank.Count > 0) blank = Asked(context, form, question, table, blank);
                foreach (var row in blank) yield return (table, column, question, row);
            }
        }
    }

    private static TableColumn? ColumnOf(Table table, Question question) => table.AnswersOf(question)
        ?? table.Columns.FirstOrDefault(c => c.Part == GeoPart.Latitude && (c.Question == question || c.ByForm.Contains(question)));

    private static bool IsOfForm(CheckContext context, Table table, int row, Form form) => table.RootRow(row) >= 0 && context.Submissions.FormOf(table, row) == form;

    private static bool Passes(CheckContext context, Table table, int row) => context.Consent.Question is null || context.Consent.Passes(table.RootRow(row));

    private static List<int> Asked(CheckContext context, Form form, Question question, Table table, List<int> blank)
    {
        if (context.Logic.FirstOrDefault(r => r.Data.Form == form)?.Data is not { } data) return [];
        var (asked, wanted) = (new List<int>(), blank.ToHashSet());
        var run = new LogicRun(data, Dialect.JavaRosa, TimeZoneInfo.Utc);
        var element = data.Shape.ElementOf(question);
        foreach (var rows in blank.Select(table.RootRow).Distinct().Chunk(BlockRows))
        {
            var block = run.Evaluate(rows);
            var inTable = block.Rows[data.Shape.TableOf[element]];
            for (var i = 0; i < inTable.Length; i++)
                if (wanted.Contains(inTable[i]) && block.RelevanceAt(element, i) == 1) asked.Add(inTable[i]);
        }

        return [.. asked.Distinct().Order()];
    }
}
