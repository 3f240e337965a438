using System.Globalization;
using MigrationClean.Anonymisation;
using MigrationClean.Ingest.Columns;
using MigrationClean.Writing;

namespace MigrationClean.Benchmarks;

/// <summary>A made-up clean table shaped as a survey's: 54 % of cells filled, most of them codes, a tenth of the columns with a text of their own in each row.</summary>
internal static class MadeTable
{
    private static readonly string[] Words = ["балдар", "үй", "жумуш", "мектеп", "суу", "айыл", "ооруу", "жол", "акча", "жардам"];

    /// <summary>The same table for the same numbers.</summary>
    public static OutputTable Of(int rows, int columns) =>
        new("main", rows, [.. Enumerable.Range(0, columns).Select(c => Column(rows, c))]);

    private static OutputColumn Column(int rows, int column)
    {
        var (kind, value) = (column % 10) switch
        {
            0 => (ValueKind.Text, (Func<int, string>)(r => $"{Words[r % 10]} {Words[(r + column) % 10]} {Words[r * 7 % 10]} {Number(r)}, {Words[column % 10]}")),
            1 or 2 => (ValueKind.Number, r => Number((r * 31 + column) % 97)),
            3 => (ValueKind.Date, r => new DateOnly(2024, 1, 1).AddDays((r + column) % 90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => (ValueKind.Code, r => $"choice_{Number((r * 17 + column) % 12)}"),
        };
        var values = Enumerable.Range(0, rows).Select(r => (r * 61 + column * 37) % 100 < 54 ? value(r) : null);
        return new($"question_{Number(column)}", Ingest.Columns.Column.FromTexts(values), kind);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
