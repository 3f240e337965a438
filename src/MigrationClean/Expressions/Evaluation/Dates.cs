using System.Globalization;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>Dates and times: instants in milliseconds since 1970-01-01T00:00Z, shown in the zone of the device.</summary>
/// <remarks>Source: xpath §6.</remarks>
internal static class Dates
{
    /// <summary>Milliseconds of a day.</summary>
    public const double Day = 86_400_000;

    // Of .NET's calendar: 0001-01-01 to 9999-12-31.
    private const double FirstInstant = -62_135_596_800_000;
    private const double LastInstant = 253_402_300_799_999;

    /// <summary>Whether a text begins as a date does, so that a browser takes it for one where a number is wanted.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<char> text) =>
        text.Length >= 8 && text[4] == '-' && char.IsAsciiDigit(text[0]) && DateScanner.TryReadDate(text, out _);

    /// <summary>The instant of <c>Y-M-D</c> with an optional time, local where no offset is given; <see langword="null"/> if it is none.</summary>
    /// <remarks>A day that does not exist is none in JavaRosa and rolls over in Enketo; a month beyond 12 is none in both.</remarks>
    public static double? Parse(ReadOnlySpan<char> text, EvaluationContext context)
    {
        if (!DateScanner.TryReadDate(text, out var parts)) return null;
        if (parts.Year < 1 || parts.Month is < 1 or > 12 || parts.Day is < 1 or > 31) return null;
        var rolled = Math.Max(0, parts.Day - DateTime.DaysInMonth(parts.Year, parts.Month));
        if (rolled > 0 && context.IsJavaRosa) return null;
        var date = new DateTime(parts.Year, parts.Month, parts.Day - rolled, 0, 0, 0, DateTimeKind.Unspecified).AddDays(rolled);
        return parts.Time is { } time ? At(date, time, parts.Offset, context) : Midnight(date, context);
    }

    /// <summary>The instant of a time of day on the day of the evaluation, or <see langword="null"/>: the day decides about summer time.</summary>
    public static double? ParseTime(ReadOnlySpan<char> text, EvaluationContext context)
    {
        if (!DateScanner.TryReadTime(text, out var parts)) return null;
        var day = context.Now is { } now ? LocalTime(now, context).Date : new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        return At(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), parts.Time!.Value, parts.Offset, context);
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
        if (!IsInCalendar(days)) return double.NaN;
        return context.IsJavaRosa ? Midnight(DateTime.UnixEpoch.AddDays(Math.Floor(days)), context) : Math.Round(days * Day);
    }

    /// <summary>As <see cref="OfDays"/>, with the fraction as time of the local day in both dialects.</summary>
    public static double OfDaysAndTime(double days, EvaluationContext context) =>
        IsInCalendar(days) ? Math.Round(days * Day) : double.NaN;

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
    public static DateTime LocalTime(double milliseconds, EvaluationContext context) =>
        DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(Local(milliseconds, context), FirstInstant, LastInstant));

    /// <summary>Whether days since 1970-01-01 are of the years 2 to 9900: beyond, no calendar is asked.</summary>
    private static bool IsInCalendar(double days) => days is > -718_000 and < 2_896_000;

    private static double Local(double milliseconds, EvaluationContext context) => milliseconds + Offset(milliseconds, context).TotalMilliseconds;

    private static TimeSpan Offset(double milliseconds, EvaluationContext context)
    {
        if (ReferenceEquals(context.Zone, TimeZoneInfo.Utc)) return TimeSpan.Zero;
        var instant = DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, FirstInstant + Day, LastInstant - Day));
        return context.Zone.GetUtcOffset(instant);
    }

    private static double Midnight(DateTime date, EvaluationContext context)
    {
        if (ReferenceEquals(context.Zone, TimeZoneInfo.Utc)) return (date - DateTime.UnixEpoch).TotalMilliseconds;
        var day = (int)(date - DateTime.UnixEpoch).TotalDays;
        return context.TryGetMidnight(day, out var known) ? known : context.KeepMidnight(day, Utc(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), context));
    }

    private static double At(DateTime date, double time, double? offset, EvaluationContext context)
    {
        if (double.IsNaN(time) || date.Year > 9998) return double.NaN;
        var local = DateTime.SpecifyKind(date, DateTimeKind.Unspecified).AddMilliseconds(time);
        return offset is null ? Utc(local, context) : (local - DateTime.UnixEpoch).TotalMilliseconds - offset.Value;
    }

    private static double Utc(DateTime local, EvaluationContext context)
    {
        if (ReferenceEquals(context.Zone, TimeZoneInfo.Utc)) return (local - DateTime.UnixEpoch).TotalMilliseconds;

        // A local time that a clock change skips has no offset of its own: the one before the change, as Java and JavaScript do.
        var offset = context.Zone.IsInvalidTime(local) ? context.Zone.GetUtcOffset(local.AddHours(-2)) : context.Zone.GetUtcOffset(local);
        if (context.Zone.IsAmbiguousTime(local)) offset = context.Zone.GetAmbiguousTimeOffsets(local).Max();
        return (DateTime.SpecifyKind(local, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds - offset.TotalMilliseconds;
    }
}
