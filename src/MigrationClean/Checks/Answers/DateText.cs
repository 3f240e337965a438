using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Checks.Answers;

/// <summary>
/// Whether a text is a date, a time of day or both as a client stores it (xpath §6), and which day was meant where it is not.
/// </summary>
internal static partial class DateText
{
    private const int MinutesOfLargestOffset = 14 * 60;

    /// <summary>An existing day <c>2024-3-5</c>; a time part behind it, which some exports append, is cut.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) => IsDateTime(text);

    /// <summary>An existing day, and behind <c>T</c> or a blank a time of day with or without an offset.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        if (Number(ref text, 4, 4) is not { } year || !Skip(ref text, '-')) return false;
        if (Number(ref text, 1, 2) is not (>= 1 and <= 12 and var month) || !Skip(ref text, '-')) return false;
        if (Number(ref text, 1, 2) is not (>= 1 and var day) || year == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        if (text.IsEmpty) return true;
        return (Skip(ref text, 'T') || Skip(ref text, ' ')) && IsTime(text);
    }

    /// <summary>The day of a date, or of a date with time, as it is written; <see langword="null"/> if it is neither.</summary>
    public static DateOnly? Day(ReadOnlySpan<byte> text)
    {
        text = text[Ascii.Trim(text)];
        if (!IsDateTime(text)) return null;
        var year = Number(ref text, 4, 4)!.Value;
        Skip(ref text, '-');
        var month = Number(ref text, 1, 2)!.Value;
        Skip(ref text, '-');
        return new(year, month, Number(ref text, 1, 2)!.Value);
    }

    /// <summary><c>9:30</c>, <c>09:30:00</c>, <c>09:30:00.000+06:00</c>.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (Number(ref text, 1, 2) is not <= 23 || !Skip(ref text, ':') || Number(ref text, 1, 2) is not <= 59) return false;
        if (Skip(ref text, ':'))
        {
            if (Number(ref text, 1, 2) is not <= 59) return false;
            if (Skip(ref text, '.') && Number(ref text, 1, 9) is null) return false;
        }

        if (text.IsEmpty) return true;
        if (Skip(ref text, 'Z')) return text.IsEmpty;
        if (!Skip(ref text, '+') && !Skip(ref text, '-')) return false;
        if (Number(ref text, 2, 2) is not { } hours) return false;
        var minutes = 0;
        if (!text.IsEmpty)
        {
            Skip(ref text, ':');
            if (Number(ref text, 2, 2) is not (<= 59 and var written)) return false;
            minutes = written;
        }

        return text.IsEmpty && (hours * 60) + minutes <= MinutesOfLargestOffset;
    }

    /// <summary>
    /// The day that was meant, where only one can have been: <c>05.03.2024</c> and <c>2024/3/5</c>. With slashes the order of day and
    /// month differs from country to country, so <c>05/03/2024</c> gives nothing and <c>25/03/2024</c> does.
    /// </summary>
    /// <returns><c>YYYY-MM-DD</c>, or <see langword="null"/>.</returns>
    public static string? MeantDate(string text)
    {
        if (YearFirst.Match(text) is { Success: true } first) return Day(first.Groups["y"].Value, first.Groups["m"].Value, first.Groups["d"].Value);
        if (YearLast.Match(text) is not { Success: true } last) return null;
        var (year, a, b) = (last.Groups["y"].Value, last.Groups["a"].Value, last.Groups["b"].Value);
        if (last.Groups["s"].Value == ".") return Day(year, b, a);
        var (dayFirst, monthFirst) = (Day(year, b, a), Day(year, a, b));
        return dayFirst is null ? monthFirst : monthFirst is null || monthFirst == dayFirst ? dayFirst : null;
    }

    private static string? Day(string year, string month, string day)
    {
        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y > 0 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? $"{y:0000}-{m:00}-{d:00}" : null;
    }

    private static int? Number(ref ReadOnlySpan<byte> text, int fewest, int most)
    {
        int length = 0, value = 0;
        while (length < most && length < text.Length && text[length] is >= (byte)'0' and <= (byte)'9') value = (value * 10) + text[length++] - '0';
        if (length < fewest) return null;
        text = text[length..];
        return value;
    }

    private static bool Skip(ref ReadOnlySpan<byte> text, char letter)
    {
        if (text.IsEmpty || text[0] != letter) return false;
        text = text[1..];
        return true;
    }

    [GeneratedRegex(@"^(?<y>[0-9]{4})[./](?<m>[0-9]{1,2})[./](?<d>[0-9]{1,2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,2})(?<s>[./-])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearLast { get; }
}
