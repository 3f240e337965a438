using System.Globalization;
using System.Text;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Dates as text by codes: <c>%Y %y %m %n %b %d %e %a %H %h %M %S %3 %W %%</c>.</summary>
/// <remarks>Names of months and weekdays are English: those of a device are not in the data. Source: xpath §7.</remarks>
internal static class DatePattern
{
    /// <summary>The text; <see langword="null"/> if the pattern has another code or ends with a single percent sign.</summary>
    public static string? Format(double milliseconds, string pattern, EvaluationContext context)
    {
        var time = Dates.LocalTime(milliseconds, context);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%') text.Append(pattern[i]);
            else if (++i == pattern.Length || Part(pattern[i], time) is not { } part) return null;
            else text.Append(part);
        }

        return text.ToString();
    }

    private static string? Part(char code, DateTime time) => code switch
    {
        '%' => "%",
        'Y' => time.Year.ToString("0000", CultureInfo.InvariantCulture),
        'y' => (time.Year % 100).ToString("00", CultureInfo.InvariantCulture),
        'm' => time.Month.ToString("00", CultureInfo.InvariantCulture),
        'n' => time.Month.ToString(CultureInfo.InvariantCulture),
        'b' => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(time.Month),
        'd' => time.Day.ToString("00", CultureInfo.InvariantCulture),
        'e' => time.Day.ToString(CultureInfo.InvariantCulture),
        'a' => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(time.DayOfWeek),
        'H' => time.Hour.ToString("00", CultureInfo.InvariantCulture),
        'h' => time.Hour.ToString(CultureInfo.InvariantCulture),
        'M' => time.Minute.ToString("00", CultureInfo.InvariantCulture),
        'S' => time.Second.ToString("00", CultureInfo.InvariantCulture),
        '3' => time.Millisecond.ToString("000", CultureInfo.InvariantCulture),
        'W' => ISOWeek.GetWeekOfYear(time).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
