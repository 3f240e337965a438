using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Rows;

/// <summary>
/// Which form versions can have formatted a row of KoBo's export: a row shows only questions of its version, and 0 or 1 for exactly the choices that its
/// version knows (kobo-exports §5, §8.1). So a row tells its version even where its id is unknown, or older than the edit that stored it.
/// </summary>
internal sealed class VersionEvidence
{
    private readonly bool[][] _isPossible;

    private VersionEvidence(bool[][] isPossible) => _isPossible = isPossible;

    /// <summary>Looks at the main sheet. O(rows × columns × versions).</summary>
    /// <param name="main">The sheet.</param>
    /// <param name="forms">How many versions there are.</param>
    /// <param name="isBlank">Whether a text stands for a blank cell.</param>
    public static VersionEvidence Of(AlignedSheet main, int forms, Func<string, bool> isBlank)
    {
        var rows = main.Source.Sheet.RowCount;
        var isPossible = Enumerable.Range(0, forms).Select(_ => Enumerable.Repeat(true, rows).ToArray()).ToArray();
        var byQuestion = Enumerable.Range(0, main.Columns.Length)
            .Where(i => main.Columns[i].Column is { Role: ColumnRole.Answer or ColumnRole.Chosen })
            .GroupBy(i => main.Columns[i].Column!.Question);
        foreach (var places in byQuestion)
        {
            var question = places.Key;
            var answered = new bool[rows];
            foreach (var place in places) AddFilled(main.Source.Sheet.Columns[place], answered, isBlank);
            for (var f = 0; f < forms; f++)
            {
                foreach (var place in places)
                    Exclude(isPossible[f], main.Source.Sheet.Columns[place], main.Columns[place].Column!, question.ByForm[f], answered, isBlank);
            }
        }

        return new(isPossible);
    }

    /// <summary>Looks at KoBo's JSON, where an answer stands under the path that its version gives it. O(rows × columns × versions).</summary>
    /// <param name="main">The main part; its columns' pieces are the paths.</param>
    /// <param name="forms">How many versions there are.</param>
    public static VersionEvidence OfPaths(AlignedSheet main, int forms)
    {
        var rows = main.Source.Sheet.RowCount;
        var isPossible = Enumerable.Range(0, forms).Select(_ => Enumerable.Repeat(true, rows).ToArray()).ToArray();
        for (var i = 0; i < main.Columns.Length; i++)
        {
            if (main.Columns[i].Column is not { Role: ColumnRole.Answer } answers) continue;
            var path = string.Join('/', answers.Pieces);
            var codes = main.Source.Sheet.Columns[i].CodesOfAllRows();
            for (var f = 0; f < forms; f++)
            {
                if (answers.Question.ByForm[f]?.Path == path) continue;
                for (var row = 0; row < rows; row++) isPossible[f][row] &= codes[row] == 0;
            }
        }

        return new(isPossible);
    }

    /// <summary>Whether a version can have formatted a row.</summary>
    public bool IsPossible(int form, int row) => _isPossible[form][row];

    private static void Exclude(bool[] isPossible, Column column, PredictedColumn predicted, Question? version, bool[] answered, Func<string, bool> isBlank)
    {
        var isExpanded = version?.Type == QuestionType.SelectMultiple;
        var isKnownChoice = isExpanded && (version!.Choices?.Contains(predicted.Choice ?? "") == true || (version.HasOrOther && predicted.Choice == "other"));
        if (predicted.Role == ColumnRole.Answer && version is not null) return;

        bool[] isZero = [.. Enumerable.Range(0, column.ValueCount).Select(code => column.Text(code) is "0" or "FALSE" or "False" or "0.0")];
        var isFilled = Filled(column, isBlank);
        for (var row = 0; row < isPossible.Length; row++)
        {
            var code = column.CodeAt(row);
            // A choice that the version does not know shows as 1 if it was chosen, never as 0.
            var contradicts = predicted.Role == ColumnRole.Answer || !isExpanded ? isFilled[code] : isKnownChoice ? !isFilled[code] && answered[row] : isZero[code];
            if (contradicts) isPossible[row] = false;
        }
    }

    private static void AddFilled(Column column, bool[] answered, Func<string, bool> isBlank)
    {
        var isFilled = Filled(column, isBlank);
        for (var row = 0; row < answered.Length; row++) answered[row] |= isFilled[column.CodeAt(row)];
    }

    private static bool[] Filled(Column column, Func<string, bool> isBlank) =>
        [.. Enumerable.Range(0, column.ValueCount).Select(code => code > 0 && !isBlank(column.Text(code)))];
}
