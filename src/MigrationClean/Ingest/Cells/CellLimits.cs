using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest.Cells;

/// <summary>The longest text of a cell (robustness §3).</summary>
internal static class CellLimits
{
    private const int MostCharacters = 1_000_000;

    /// <summary>Notes trouble where a cell is too long.</summary>
    public static void Check(CellBlock block)
    {
        if (block.Length + block.Extra.Length <= MostCharacters && block.Shared is null) return;
        for (var row = 0; row < block.RowCount; row++)
            foreach (ref readonly var cell in block.CellsOf(row))
            {
                if (cell.Length <= MostCharacters || Encoding.UTF8.GetCharCount(block.Utf8(cell)) <= MostCharacters) continue;
                block.Trouble = new("FILE-05/cell", row, row, cell.Column, new FindingArgument("limit", MostCharacters.ToString()));
                return;
            }
    }
}
