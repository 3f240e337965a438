using System.Text;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Writing.Corrected;

namespace MigrationClean.Tests.Writing.Corrected;

/// <summary>Corrects exports that are held in memory, and reads them as the program does.</summary>
internal static class Correcting
{
    public static byte[] Correct(byte[] export, CellEdit[] edits, RowRemoval[]? removed = null, string? encoding = null)
    {
        using var output = new MemoryStream();
        CorrectedExport.Write(File(export), edits, removed ?? [], new() { Encoding = encoding }, output);
        return output.ToArray();
    }

    public static string Correct(string export, CellEdit[] edits, params RowRemoval[] removed) =>
        Encoding.UTF8.GetString(Correct(Encoding.UTF8.GetBytes(export), edits, removed));

    public static RawExport Read(byte[] export, string? encoding = null) => ExportReader.Read(File(export), new() { Threads = 1, Encoding = encoding });

    /// <summary>All cells by sheet, row as the spreadsheet shows it, and column.</summary>
    public static Dictionary<(string Sheet, int Row, int Column), string> Cells(RawExport export)
    {
        var cells = new Dictionary<(string, int, int), string>();
        foreach (var sheet in export.Sheets)
            for (var row = 0; row < sheet.RowCount; row++)
                for (var column = 0; column < sheet.Columns.Length; column++)
                    if (sheet.Columns[column].TextAt(row) is { Length: > 0 } text) cells[(sheet.Name ?? "", sheet.Places.RowNumber(row), column + 1)] = text;
        return cells;
    }

    private static InputFile File(byte[] export) => InputFile.FromStream("export", () => new MemoryStream(export));
}
