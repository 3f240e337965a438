using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>Dates and times: instants in milliseconds since 1970-01-01T00:00Z, shown in the zone of the device.</summary>
/// <remarks>Source: xpath §6.</remarks>
internal static partial class Dates
{
    /// <summary>Milliseconds of a day.</summary>
    public const double Day = 86_400_000;

    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(:(?<second>[0-9]{1,2})([.,](?<fraction>[0-9]+))?)?(?<zone>Z|[+-][0-9]{2}(:?[0-9]{2})?)?";

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(T" + Time + ")?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamp { get; }

    [GeneratedRegex("^" + Time + "$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock { get; }

    /// <summary>Whether a text begins as a date does, so that a browser takes it for one where a number is wanted.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<char> text) => text.Length >= 8 && text[4] == '-' && char.IsAsciiDigit(text[0]) && Stamp.IsMatch(text);

    /// <summary>The instant of <c>Y-M-D</c> with an optional time, local where no offset is given; <see langword="null"/> if it is none.</summary>
    /// <remarks>A day that does not exist is none in JavaRosa and rolls over in Enketo; a month beyond 12 is none in both.</remarks>
    public static double? Parse(string text, EvaluationContext context)
    {
        var match = Stamp.Match(text.Trim());
        if (!match.Success) return null;
        var (year, month, day) = (Int(match, "year"), Int(match, "month"), Int(match, "day"));
        if (year < 1 || month is < 1 or > 12 || day is < 1 or > 31) return null;
        var rolled = Math.Max(0, day - DateTime.DaysInMonth(year, month));
        if (rolled > 0 && context.IsJavaRosa) return null;
        var date = new DateTime(year, month, day - rolled, 0, 0, 0, DateTimeKind.Unspecified);
        if (year < 9999) date = date.AddDays(rolled);
        return match.Groups["hour"].Success ? At(date, match, context) : Midnight(date, context);
    }

    /// <summary>The instant of a time of day on the day of the evaluation, or <see langword="null"/>: the day decides about summer time.</summary>
    public static double? ParseTime(string text, EvaluationContext context)
    {
        var match = Clock.Match(text.Trim());
        if (!match.Success) return null;
        var day = context.Now is { } now ? LocalTime(now, context).Date : new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return At(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), match, context);
    }

    /// <summary>What a browser makes of other texts: a blank instead of <c>T</c>; NaN for the rest.</summary>
    public static double ParseLoosely(string text, EvaluationContext context)
    {
        var trimmed = text.Trim();
        var blank = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? double.NaN : Parse($"{trimmed[..blank]}T{trimmed[(blank + 1)..]}", context) ?? double.NaN;
    }

    /// <summary>Days since 1970-01-01: whole days of the local calendar in JavaRosa, with the fraction of UTC days in Enketo.</summary>
    public static double ToDays(double milliseconds, EvaluationContext context)
    {
        if (double.IsNaN(milliseconds)) return double.NaN;
        return context.IsJavaRosa ? Math.Floor(Local(milliseconds, context) / Day) : milliseconds / Day;
    }

    /// <summary>The instant of a number of days: local midnight of that day in JavaRosa, UTC in Enketo.</summary>
    public static double OfDays(double days, EvaluationContext context)
    {
        const double Farthest = 2_900_000;
        if (!(Math.Abs(days) < Farthest)) return double.NaN;
        return context.IsJavaRosa ? Midnight(DateTime.UnixEpoch.AddDays(Math.Floor(days)), context) : Math.Round(days * Day);
    }

    /// <summary>As <see cref="OfDays"/>, with the fraction as time of the local day in both dialects.</summary>
    public static double OfDaysAndTime(double days, EvaluationContext context) =>
        Math.Abs(days) < 2_900_000 ? Math.Round(days * Day) : double.NaN;

    /// <summary>The text of an instant: the day alone in JavaRosa; in Enketo with time and offset unless it is a local midnight.</summary>
    public static string ToText(double milliseconds, EvaluationContext context)
    {
        if (double.IsNaN(milliseconds)) return "Invalid Date";
        return context.IsJavaRosa || IsMidnight(milliseconds, context) ? DayText(milliseconds, context) : ToIso(milliseconds, context);
    }

    /// <summary>The day alone: <c>YYYY-MM-DD</c>, local.</summary>
    public static string DayText(double milliseconds, EvaluationContext context) =>
        LocalTime(milliseconds, context).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>YYYY-MM-DDThh:mm:ss.fff±hh:mm</c>.</summary>
    public static string ToIso(double milliseconds, EvaluationContext context)
    {
        var offset = Offset(milliseconds, context);
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture, $"{LocalTime(milliseconds, context):yyyy-MM-ddTHH:mm:ss.fff}{sign}{offset.Duration():hh\\:mm}");
    }

    /// <summary>Whether an instant is a midnight of the local calendar.</summary>
    public static bool IsMidnight(double milliseconds, EvaluationContext context) => Local(milliseconds, context) % Day == 0;

    /// <summary>The fraction of the local day, from 0 to below 1.</summary>
    public static double FractionOfDay(double milliseconds, EvaluationContext context)
    {
        var local = Local(milliseconds, context);
        return (local - (Math.Floor(local / Day) * Day)) / Day;
    }

    /// <summary>The local midnight that begins the day of an instant.</summary>
    public static double StartOfDay(double milliseconds, EvaluationContext context) => Midnight(LocalTime(milliseconds, context).Date, context);

    /// <summary>The local date and time of an instant, to the millisecond.</summary>
    public static DateTime LocalTime(double milliseconds, EvaluationContext context) => DateTime.UnixEpoch.AddMilliseconds(Local(milliseconds, context));

    private static double Local(double milliseconds, EvaluationContext context) => milliseconds + Offset(milliseconds, context).TotalMilliseconds;

    private static TimeSpan Offset(double milliseconds, EvaluationContext context)
    {
        if (ReferenceEquals(context.Zone, TimeZoneInfo.Utc)) return TimeSpan.Zero;
        var instant = DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, -62_135_500_000_000, 253_402_200_000_000));
        return context.Zone.GetUtcOffset(instant);
    }

    private static double Midnight(DateTime date, EvaluationContext context) => Utc(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), context);

    private static double At(DateTime date, Match match, EvaluationContext context)
    {
        var fraction = match.Groups["fraction"].Success ? double.Parse($"0.{match.Groups["fraction"].Value}", CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Int(match, "hour"), Int(match, "minute"), match.Groups["second"].Success ? Int(match, "second") : 0);
        if (hour > 24 || minute > 59 || second > 60) return double.NaN;
        var milliseconds = Math.Floor(fraction * 1000);
        var time = date.AddSeconds((hour * 3600) + (minute * 60) + second).AddMilliseconds(milliseconds);
        if (!match.Groups["zone"].Success) return Utc(time, context);
        return (time - DateTime.UnixEpoch).TotalMilliseconds - ZoneOffset(match.Groups["zone"].ValueSpan).TotalMilliseconds;
    }

    private static double Utc(DateTime local, EvaluationContext context)
    {
        // A local time that a clock change skips has no offset of its own: the one before the change, as Java and JavaScript do.
        var offset = context.Zone.IsInvalidTime(local) ? context.Zone.GetUtcOffset(local.AddHours(-2)) : context.Zone.GetUtcOffset(local);
        if (context.Zone.IsAmbiguousTime(local)) offset = context.Zone.GetAmbiguousTimeOffsets(local).Max();
        return (DateTime.SpecifyKind(local, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds - offset.TotalMilliseconds;
    }

    private static TimeSpan ZoneOffset(ReadOnlySpan<char> zone)
    {
        if (zone[0] == 'Z') return TimeSpan.Zero;
        var digits = zone[1..].ToString().Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minutes = digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
