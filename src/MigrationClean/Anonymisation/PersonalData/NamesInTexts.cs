using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks.Texts;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation.PersonalData;

/// <summary>Names that a submission gives in a column of names and says again in a free text.</summary>
/// <remarks>
/// A word of a name counts if it has four letters at least; endings of the Kyrgyz and Russian cases may follow it in the text. Names of one column are
/// looked for in the texts of the same row alone, so that a name that is also an ordinary word is not looked for everywhere. O(words of texts).
/// </remarks>
internal sealed class NamesInTexts
{
    private const int ShortestWord = 4;
    private const int LongestEnding = 5;

    private readonly Table _table;
    private readonly List<(TableColumn Column, string[]?[] Words)> _names;

    private NamesInTexts(Table table, List<(TableColumn, string[]?[])> names) => (_table, _names) = (table, names);

    /// <summary>The names of a table.</summary>
    public static NamesInTexts Of(SubmissionSet submissions, Table table) => new(table,
    [
        .. table.Columns
            .Where(c => c is { Role: ColumnRole.Answer, Question.Type: Forms.QuestionType.Text } && !c.Value.IsBlank
                && CueEvidence.Of(c.Question.Name, [.. c.ByForm.OfType<Forms.Question>().DefaultIfEmpty(c.Question)]).Topics.Contains(Topic.PersonName))
            .Select(c => (c, new string[]?[c.Value.ValueCount])),
    ]);

    /// <summary>Number of rows whose text holds a name of that row.</summary>
    public int CountIn(TableColumn texts)
    {
        if (_names.Count == 0 || _names.Exists(n => n.Column == texts)) return 0;
        var words = new string[]?[texts.Value.ValueCount];
        var rows = 0;
        for (var row = 0; row < _table.RowCount; row++)
        {
            var code = texts.Value.CodeAt(row);
            if (code != 0 && _names.Exists(n => IsNamed(n.Column, n.Words, row, words[code] ??= [.. ComparableText.WordsOf(texts.Value.Text(code))]))) rows++;
        }

        return rows;
    }

    private static bool IsNamed(TableColumn names, string[]?[] words, int row, string[] text)
    {
        var code = names.Value.CodeAt(row);
        if (code == 0) return false;
        var name = words[code] ??= [.. ComparableText.WordsOf(names.Value.Text(code)).Where(w => w.Length >= ShortestWord)];
        return Array.Exists(name, n => Array.Exists(text, t => t.Length - n.Length <= LongestEnding && t.StartsWith(n, StringComparison.Ordinal)));
    }
}
