using System.Globalization;
using System.Text;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>How a new value is written into a workbook's cell: as the cell was, if reading gives the value back exactly, else as text.</summary>
/// <param name="Type">The cell's <c>t</c>; empty for numbers.</param>
/// <param name="Text">Text of the value element; <see langword="null"/> = an inline text.</param>
internal readonly record struct NewCellValue(string Type, string? Text)
{
    // More digits than a spreadsheet keeps: an identifier, not a number.
    private const int MostDigits = 15;

    private static readonly string[] DateTimes = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFF"];

    private static readonly string[] Spans = ["hh\\:mm", "hh\\:mm\\:ss", "hh\\:mm\\:ss\\.fff"];

    /// <summary>As an inline text.</summary>
    public static NewCellValue AsText => new("inlineStr", null);

    /// <summary>How a value is written.</summary>
    /// <param name="workbook">For styles and the date system.</param>
    /// <param name="type">What the cell's value is, or by its column's habit would be.</param>
    /// <param name="style">Index of the style that the cell will have.</param>
    /// <param name="value">The new value, not blank.</param>
    public static NewCellValue Of(Workbook workbook, CellType type, int style, string value) => type switch
    {
        CellType.Boolean when value is "TRUE" or "FALSE" => new("b", value == "TRUE" ? "1" : "0"),
        CellType.IsoDate when DateTime.TryParseExact(value, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new("d", value),
        CellType.Number when KindOf(workbook, style) is var kind and not NumberKind.Number =>
            Serial(value, kind, workbook.Has1904Dates) is { } serial ? new("", serial) : AsText,
        CellType.Number when IsNumber(value) => new("", value),
        _ => AsText,
    };

    /// <summary>What a style makes of a number.</summary>
    public static NumberKind KindOf(Workbook workbook, int style) => (uint)style < (uint)workbook.Styles.Length ? workbook.Styles[style] : NumberKind.Number;

    private static bool IsNumber(string value) => value.Count(char.IsAsciiDigit) <= MostDigits && ExcelNumbers.IsPlain(Encoding.UTF8.GetBytes(value));

    // The number that stands for a date or time of this style, if reading it gives the same instant. A time offset has no place in it: such a value stays text.
    private static string? Serial(string value, NumberKind kind, bool has1904Dates)
    {
        double serial;
        if (kind is NumberKind.Time or NumberKind.Duration)
        {
            if (!TimeSpan.TryParseExact(value, Spans, CultureInfo.InvariantCulture, out var span)) return null;
            serial = span.TotalDays;
        }
        else
        {
            if (!DateTime.TryParseExact(value, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
            serial = SerialOf(date, has1904Dates);
        }

        var text = serial.ToString("R", CultureInfo.InvariantCulture);
        var read = new ByteList();
        if (serial < 0 || !ExcelDates.TryAppend(read, Encoding.ASCII.GetBytes(text), kind, has1904Dates)) return null;
        return Means(Encoding.ASCII.GetString(read.Span), value) ? text : null;
    }

    // Serials below 60 are one day off the rest, as the reader knows too.
    private static double SerialOf(DateTime date, bool has1904Dates)
    {
        if (has1904Dates) return (date - new DateTime(1904, 1, 1)).TotalDays;
        var early = (date - new DateTime(1899, 12, 31)).TotalDays;
        return early < 60 ? early : early + 1;
    }

    private static bool Means(string read, string value)
    {
        if (read == value) return true;
        return DateTime.TryParseExact(read, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var one)
            ? DateTime.TryParseExact(value, DateTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var other) && one == other
            : TimeSpan.TryParseExact(read, Spans, CultureInfo.InvariantCulture, out var span)
                && TimeSpan.TryParseExact(value, Spans, CultureInfo.InvariantCulture, out var asked) && span == asked;
    }
}
