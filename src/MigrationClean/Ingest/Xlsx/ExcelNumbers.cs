using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Writes a workbook's numbers as people write them: the shortest digits that give the same number, no exponent at ordinary sizes.</summary>
internal static class ExcelNumbers
{
    private const int SafeDigits = 15;
    private const int MostZeros = 30;

    /// <summary>Whether a number can stay as it is written: digits, perhaps a sign and a fraction, without needless zeros.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> number)
    {
        var digits = number.Length > 0 && number[0] == '-' ? number[1..] : number;
        if (digits.IsEmpty || digits[0] == '.') return false;
        if (digits[0] == '0' && digits.Length > 1 && digits[1] != '.') return false;
        var point = -1;
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] == '.' && point < 0) point = i;
            else if (digits[i] is < (byte)'0' or > (byte)'9') return false;
        }

        // Whole numbers stay at any length: more digits than a double holds are no reason to lose them.
        if (point < 0) return digits[0] != '0' || number.Length == 1;
        return digits.Length - 1 <= SafeDigits && digits[^1] is not ((byte)'0' or (byte)'.');
    }

    /// <summary>Appends a number in its shortest form; text that is no number as it stands.</summary>
    public static void Append(ByteList output, ReadOnlySpan<byte> number)
    {
        if (Utf8Parser.TryParse(number, out double value, out var used) && used == number.Length && double.IsFinite(value)) Append(output, value);
        else output.Append(number);
    }

    /// <summary>Appends a number in its shortest form.</summary>
    public static void Append(ByteList output, double value)
    {
        var room = output.Reserve(64);
        value.TryFormat(room, out var length, "R", CultureInfo.InvariantCulture);
        if (value == 0)
        {
            output.Append("0"u8);
            return;
        }

        var mark = room[..length].IndexOf((byte)'E');
        if (mark >= 0 && Utf8Parser.TryParse(room[(mark + 1)..length], out int exponent, out _) && Math.Abs(exponent) <= MostZeros)
            output.Append(Encoding.UTF8.GetBytes(value.ToString(exponent < 0 ? "0." + new string('#', MostZeros + SafeDigits + 2) : "F0", CultureInfo.InvariantCulture)));
        else
            output.Commit(length);
    }
}
