using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Values;

namespace MigrationClean.Submissions.Layouts;

/// <summary>
/// Decides between languages whose headers are the same, as where questions have a label in one language alone: by the answers of select questions.
/// </summary>
internal static class LanguageByValues
{
    private const int MostValues = 200;

    /// <summary>The candidate in which most answers are choices; the first wins ties.</summary>
    public static StyleFound Choose(ImmutableArray<StyleFound> candidates, Export export, StyleSearch search) =>
        candidates.Length == 1 ? candidates[0] : candidates.MaxBy(candidate => Readable(candidate, export, search))!;

    private static int Readable(StyleFound found, Export export, StyleSearch search)
    {
        var readable = 0;
        for (var i = 0; i < export.Sheets.Length; i++)
        {
            if (found.Sections[i] is not { } section) continue;
            Dictionary<string, SurveyQuestion> selects = new(StringComparer.Ordinal);
            foreach (var column in search.Predict(section, found.Style))
            {
                if (column.Role == ColumnRole.Answer && column.Question.Newest is { Type: QuestionType.SelectOne or QuestionType.SelectMultiple, Choices: not null })
                    selects.TryAdd(found.Mode.KeyOf(column.Header(found.Style.Separator)), column.Question);
            }

            for (var position = 0; position < export.Sheets[i].Headers.Length; position++)
            {
                if (export.Sheets[i].Headers[position] is not { } header || !selects.TryGetValue(found.Mode.KeyOf(header), out var question)) continue;
                var written = new ChoiceNames(question, found.Style.Language, restoresNumbers: false).All;
                var column = export.Sheets[i].Sheet.Columns[position];
                var isMultiple = question.Newest.Type == QuestionType.SelectMultiple;
                for (var code = 1; code < Math.Min(column.ValueCount, MostValues); code++)
                    if (IsReadable(column.Text(code), written, isMultiple)) readable++;
            }
        }

        return readable;
    }

    private static bool IsReadable(string text, ImmutableArray<WrittenChoice> written, bool isMultiple) =>
        isMultiple ? !ChosenLabels.Ways(text, written, allowsUnknown: false).IsEmpty : written.Any(w => w.Text == text);
}
