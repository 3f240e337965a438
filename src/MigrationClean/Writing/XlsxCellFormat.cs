using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Files;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>A cell of a data sheet, from after its reference to its end tag: number, date or inline string.</summary>
internal sealed class XlsxCellFormat : ICellFormat
{
    private const int MostDigits = 15;
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1); // before it serials are off by one: Excel knows a 1900-02-29

    private readonly ValueKind _kind;

    /// <summary>Looks at a column's distinct values to choose its format. O(rows + values).</summary>
    public XlsxCellFormat(OutputColumn column, int textStyle = XlsxStyles.Text)
    {
        TextStyle = textStyle;
        _kind = column.Kind switch
        {
            ValueKind.Date when All(column.Values, static v => SerialOf(v) > 0) => ValueKind.Date,
            ValueKind.Number => ValueKind.Number,
            _ => ValueKind.Text,
        };
        Style = _kind switch
        {
            ValueKind.Date => XlsxStyles.Date,
            ValueKind.Number when All(column.Values, static v => !v.Contains((byte)'.')) => XlsxStyles.WholeNumber,
            ValueKind.Number => XlsxStyles.Number,
            _ => textStyle,
        };
    }

    /// <summary>Style of the column's cells, also of empty ones.</summary>
    public int Style { get; }

    private int TextStyle { get; }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> value, ByteBlock block)
    {
        if (_kind == ValueKind.Date) AddNumber(SerialOf(value), block);
        else if (_kind == ValueKind.Number && IsNumber(value)) AddNumber(value, block);
        else AddText(value, FormulaGuard.IsTrigger(value) ? XlsxStyles.QuotedText : TextStyle, block);
    }

    /// <summary>Appends a text cell, from after its reference.</summary>
    public static void AddText(ReadOnlySpan<byte> value, int style, ByteBlock block)
    {
        block.Add(" s=\""u8);
        block.Add(style);
        XmlText.AddInline(value, block);
    }

    private void AddNumber(ReadOnlySpan<byte> value, ByteBlock block)
    {
        block.Add(" s=\""u8);
        block.Add(Style);
        block.Add("\"><v>"u8);
        block.Add(value);
        block.Add("</v></c>"u8);
    }

    private void AddNumber(int value, ByteBlock block)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(value, digits, out var length);
        AddNumber(digits[..length], block);
    }

    // -?(0|[1-9]\d*)(\.\d+)? of at most 15 digits: what a spreadsheet holds exactly and shows as it was.
    private static bool IsNumber(ReadOnlySpan<byte> value)
    {
        var rest = value.Length > 0 && value[0] == '-' ? value[1..] : value;
        var point = rest.IndexOf((byte)'.');
        var whole = point < 0 ? rest : rest[..point];
        if (whole.IsEmpty || whole.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || (whole.Length > 1 && whole[0] == '0')) return false;
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        if (point >= 0 && (fraction.IsEmpty || fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)) return false;
        return whole.Length + fraction.Length <= MostDigits;
    }

    // Serial day of a whole date, 0 for anything else: parts of dates, times, dates before 1900-03-01.
    private static int SerialOf(ReadOnlySpan<byte> value)
    {
        if (value.Length != 10) return 0;
        Span<char> chars = stackalloc char[10];
        return Encoding.UTF8.TryGetChars(value, chars, out var length) && length == 10
            && DateOnly.TryParseExact(chars, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= FirstSafeDay
            ? date.DayNumber - DayZero.DayNumber
            : 0;
    }

    // Values that no row holds any more (of removed submissions) have no say.
    private static bool All(Column column, Func<ReadOnlySpan<byte>, bool> holds)
    {
        var counts = column.CountByCode();
        for (var code = 1; code < column.ValueCount; code++)
            if (counts[code] > 0 && !holds(column.Utf8(code))) return false;
        return true;
    }
}
