using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Places;

/// <summary>Points that were asked for and are blank, in consented interviews: a refusal ends the form.</summary>
/// <remarks>A point may be exported as its parts alone, so that its question has no column of answers.</remarks>
internal static class AskedPoints
{
    /// <summary>The blank ones, by question and row. O(rows) for each question.</summary>
    public static IEnumerable<(Table Table, TableColumn Column, Question Question, int Row)> Missing(CheckContext context)
    {
        foreach (var result in context.Logic)
        {
            var (data, form) = (result.Data, context.Submissions.Forms.IndexOf(result.Data.Form));
            for (var element = 0; element < data.Shape.Nodes.Length; element++)
            {
                if (data.Shape.Nodes[element] is not Question { Type: QuestionType.Geopoint, Calculation: null } question) continue;
                if (data.TableOf(data.Shape.TableOf[element]) is not { } table || ColumnOf(table, question) is not { Value: var values } column) continue;
                for (var row = 0; row < table.RowCount; row++)
                    if (context.IsBlank(values.Utf8(values.CodeAt(row))) && context.Submissions.FormIndexOf(table, row) == form
                        && context.Asked.Counts(table.RootRow(row)) && result.Asked.IsAsked(element, row)) yield return (table, column, question, row);
            }
        }
    }

    private static TableColumn? ColumnOf(Table table, Question question) => table.AnswersOf(question)
        ?? table.Columns.FirstOrDefault(c => c.Part == GeoPart.Latitude && (c.Question == question || c.ByForm.Contains(question)));
}
