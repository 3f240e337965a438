using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>How a column's filled cells are written.</summary>
/// <param name="Type">Number or boolean.</param>
/// <param name="Style">Index of the style.</param>
/// <param name="StyleText">The style attribute's value; empty without one.</param>
internal sealed record ColumnHabit(CellType Type, int Style, byte[] StyleText);

/// <summary>
/// Looks how columns are written in which blank cells get a value, so that in a column of numbers or dates the new one is a number or date too.
/// </summary>
internal static class ColumnHabits
{
    private const int RowsLookedAt = 1000;

    /// <summary>Looks at the first thousand rows below the first, the header.</summary>
    /// <param name="part">The sheet's part as UTF-8.</param>
    /// <param name="columns">0-based columns to look at.</param>
    /// <param name="location">File and sheet.</param>
    /// <returns>By column: those whose filled cells are numbers, dates or booleans at least as often as texts (a row of HXL tags is one of texts).</returns>
    public static Dictionary<int, ColumnHabit> Of(Stream part, IReadOnlySet<int> columns, Location location)
    {
        var typed = new Dictionary<int, (ColumnHabit First, int Count)>();
        var others = new Dictionary<int, int>();
        var cells = new List<CellPiece>();
        var pieces = new SheetPieces(part, location);
        pieces.Head(out var hasRows);
        if (!hasRows || !pieces.NextRow()) return [];
        for (var row = 0; row < RowsLookedAt && pieces.NextRow(); row++)
        {
            CellPiece.Find(pieces.Row, cells);
            foreach (var cell in cells)
            {
                if (!columns.Contains(cell.Column) || cell.IsBlank) continue;
                if (cell.Type is not (CellType.Number or CellType.Boolean) || cell.Formula.Length > 0)
                    others[cell.Column] = others.GetValueOrDefault(cell.Column) + 1;
                else if (typed.TryGetValue(cell.Column, out var met))
                    typed[cell.Column] = met with { Count = met.Count + 1 };
                else
                    typed[cell.Column] = (new(cell.Type, cell.Style, pieces.Row.Slice(cell.StyleText.Start, cell.StyleText.Length).ToArray()), 1);
            }
        }

        return typed.Where(p => p.Value.Count >= others.GetValueOrDefault(p.Key)).ToDictionary(static p => p.Key, static p => p.Value.First);
    }
}
