using System.Buffers.Text;
using System.Globalization;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Turns a workbook's serial numbers into ISO 8601 (kobo-exports §7.5).</summary>
internal static class ExcelDates
{
    private const long MillisecondsInDay = 86_400_000;

    /// <summary>Appends the date or time that a number stands for.</summary>
    /// <returns><see langword="false"/>, and nothing appended, if it stands for none: no number, or outside the years 1 to 9999.</returns>
    public static bool TryAppend(ByteList output, ReadOnlySpan<byte> number, NumberKind kind, bool has1904Dates, bool forPeople = false)
    {
        if (!Utf8Parser.TryParse(number, out double serial, out var used) || used != number.Length || !(Math.Abs(serial) < 4e6)) return false;
        var milliseconds = (long)Math.Round(serial * MillisecondsInDay);
        if (kind == NumberKind.Duration) return AppendSpan(output, milliseconds);
        if (kind == NumberKind.Time && milliseconds is >= 0 and < MillisecondsInDay) return AppendSpan(output, milliseconds);

        var days = Math.DivRem(milliseconds, MillisecondsInDay, out var rest);
        if (rest < 0)
        {
            days--;
            rest += MillisecondsInDay;
        }

        // Lotus took 1900 for a leap year: serials below 60 are one day off the rest.
        var epoch = has1904Dates ? new DateTime(1904, 1, 1) : days < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        if (days < (DateTime.MinValue - epoch).Days || days > (DateTime.MaxValue - epoch).Days) return false;

        var date = epoch.AddDays(days).AddMilliseconds(rest);
        var format = forPeople ? "yyyy-MM-dd HH:mm:ss" : rest == 0 && kind == NumberKind.Date ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.fff";
        var room = output.Reserve(32);
        date.TryFormat(room, out var length, format, CultureInfo.InvariantCulture);
        output.Commit(length);
        return true;
    }

    private static bool AppendSpan(ByteList output, long milliseconds)
    {
        if (milliseconds < 0) return false;
        var (hours, rest) = Math.DivRem(milliseconds, 3_600_000);
        var text = rest % 1000 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60_000:00}:{rest / 1000 % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{rest / 60_000:00}:{rest / 1000 % 60:00}.{rest % 1000:000}");
        output.AppendText(text);
        return true;
    }
}
