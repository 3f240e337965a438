using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation;

/// <summary>Sets of choices from 0/1 columns, for exports that have no column of the sets. One logical question, whatever its layout.</summary>
internal static class ChosenSets
{
    /// <summary>Names of the chosen choices joined by one blank, in the order of the columns; blank where none is chosen. O(rows × choices).</summary>
    public static Column Of((string Choice, Column Chosen)[] choices, int rows)
    {
        var isOne = choices.Select(c => Enumerable.Range(0, c.Chosen.ValueCount).Select(code => c.Chosen.Text(code) == "1").ToArray()).ToArray();
        var codes = choices.Select(c => c.Chosen.CodesOfAllRows()).ToArray();
        var texts = new string?[rows];
        for (var row = 0; row < rows; row++)
            texts[row] = string.Join(' ', choices.Where((_, i) => isOne[i][codes[i][row]]).Select(c => c.Choice));
        return Column.FromTexts(texts);
    }
}
