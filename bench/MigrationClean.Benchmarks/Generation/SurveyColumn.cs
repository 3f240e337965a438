using System.Globalization;
using System.Text;

namespace MigrationClean.Benchmarks.Generation;

/// <summary>A column of the large export: its header, and its cell in any row.</summary>
/// <param name="Header">Header as KoBo writes it.</param>
/// <param name="Cell">Text of the cell in a row; "" is blank.</param>
internal sealed record SurveyColumn(string Header, Func<int, string> Cell);

/// <summary>Cells of made-up people: no name, number or place is real.</summary>
internal static class SurveyCells
{
    private static readonly string[] Words =
    [
        "жумуш", "үй-бүлө", "акча", "жол", "айыл", "кайттым", "иштедим", "бала", "дом", "работа", "деньги", "семья", "вернулся", "граница",
        "документы", "долг", "өкмөт", "көчө", "курулуш", "соода", "зарплата", "хозяин", "бригада", "кыш", "жай", "ооруп", "калдым", "жардам",
    ];

    public static Func<int, string> Text(int column, int filledPercent, int words) => row =>
    {
        var random = new RowRandom(row, column);
        if (!random.Chance(filledPercent)) return "";
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            if (i > 0) text.Append(i % 7 == 6 ? ", " : " ");
            text.Append(Words[random.Below(Words.Length)]);
        }

        return text.ToString();
    };

    public static Func<int, string> Choice(int column, int filledPercent, int choices) => row =>
    {
        var random = new RowRandom(row, column);
        return random.Chance(filledPercent) ? $"c{random.Below(choices)}" : "";
    };

    public static Func<int, string> Number(int column, int filledPercent, int bound, bool decimals) => row =>
    {
        var random = new RowRandom(row, column);
        if (!random.Chance(filledPercent)) return "";
        var whole = random.Below(bound).ToString(CultureInfo.InvariantCulture);
        return decimals && random.Chance(50) ? $"{whole}.5" : whole;
    };

    public static Func<int, string> Date(int column, int filledPercent) => row =>
    {
        var random = new RowRandom(row, column);
        return random.Chance(filledPercent) ? new DateOnly(2023, 11, 1).AddDays(-random.Below(900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
    };

    public static Func<int, string> Instant(int column) => row =>
    {
        var random = new RowRandom(row, column);
        return new DateTime(2023, 11, 1, 8, 0, 0).AddSeconds(random.Below(30 * 86400)).AddMilliseconds(random.Below(1000))
            .ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+06:00";
    };

    public static Func<int, string> Hex(int column, string prefix) => row =>
    {
        var random = new RowRandom(row, column);
        var (a, b) = (random.Next(), random.Next());
        var hex = a.ToString("x16", CultureInfo.InvariantCulture) + b.ToString("x16", CultureInfo.InvariantCulture);
        return $"{prefix}{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-8{hex[17..20]}-{hex[20..]}";
    };

    /// <summary>Chosen choices of a select_multiple of eight, as bits; 0 where the question was not answered.</summary>
    public static int Chosen(int row, int column)
    {
        var random = new RowRandom(row, column);
        return random.Chance(55) ? 1 + random.Below(255) : 0;
    }
}
