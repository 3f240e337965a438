using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;

namespace MigrationClean.Cleaning;

/// <summary>A sheet of a log: dark header, frozen, filtered, columns to fill tinted and open, all others locked without a password.</summary>
internal static class LogSheet
{
    private const int CellUnits = 32_767;
    private static readonly CellLook Header = new() { Fill = "1F4E79", Letters = "FFFFFF", IsBold = true };
    private static readonly CellLook ToFill = new() { Fill = "FFF8DC", IsOpen = true };
    private static readonly ImmutableArray<CellLook> Tones = [new() { Fill = "EAF1F8" }, new() { Fill = "F3F0E7" }];

    private static readonly ImmutableArray<CellLook> KindsToFill = [ToFill with { StaysText = false }, ToFill with { StaysText = false, IsDate = true }];

    /// <summary>The sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="toFill">Those that a person fills.</param>
    /// <param name="rows">Rows of as many texts as the header.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    public static PaperSheet Of(string name, IReadOnlyList<string> header, IReadOnlyList<string> toFill, IReadOnlyList<LogRow> rows, int frozenColumns) => new()
    {
        Name = name,
        Columns = [.. header.Select((column, c) => new PaperColumn(column, Width(column, rows, c), toFill.Contains(column) ? ToFill : CellLook.Text)
        {
            Tones = toFill.Contains(column) ? [] : Tones,
            Kinds = column == "new_value" ? KindsToFill : [],
        })],
        Header = Header,
        Rows = Toned(name, header, rows),
        HasFilter = true,
        FrozenColumns = frozenColumns,
        IsProtected = toFill.Count > 0,
    };

    // Lines of one incident share a tone, alternating between two; the columns to fill keep their own.
    private static IEnumerable<PaperRow> Toned(string name, IReadOnlyList<string> header, IReadOnlyList<LogRow> rows)
    {
        var column = header.ToList().IndexOf("group_key");
        var (last, tone) = ("", Tones.Length);
        foreach (var (row, question) in rows)
        {
            for (var c = 0; c < row.Length; c++)
                if (row[c].Length > CellUnits) throw new InputException("FILE-13/long-text", null, new FindingArgument("table", name), new("column", header[c]));
            var group = column < 0 ? "" : row[column];
            if (group.Length > 0 && group != last) tone = tone == 1 ? 2 : 1;
            last = group;
            yield return new(row, group.Length > 0 ? tone : 0, NewValueRule.KindOf(question));
        }
    }

    private static double Width(string header, IReadOnlyList<LogRow> rows, int column)
    {
        var lengths = rows.Select(r => r.Cells[column].Length).Order().ToArray();
        var most = lengths.Length == 0 ? 0 : lengths[Math.Min(lengths.Length - 1, lengths.Length * 95 / 100)];
        return Math.Clamp(Math.Max(most, header.Length) + 2, 8, 45);
    }
}
