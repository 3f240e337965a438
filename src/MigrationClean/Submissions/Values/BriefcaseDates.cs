using System.Globalization;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Values;

/// <summary>Dates as ODK Briefcase writes them on a computer set to English: <c>Mar 4, 2026 9:10:11 AM</c> (kobo-exports §13).</summary>
internal static class BriefcaseDates
{
    /// <summary>The ISO text of a date, time or instant; <see langword="null"/> where it is not written that way. Other languages' dates stay as they are.</summary>
    public static string? Read(string text, QuestionType type) => type switch
    {
        QuestionType.Date or QuestionType.Today => Read(text, "MMM d, yyyy", "yyyy-MM-dd"),
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => Read(text, "MMM d, yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ss.fff"),
        QuestionType.Time => Read(text, "h:mm:ss tt", "HH:mm:ss.fff"),
        _ => null,
    };

    private static string? Read(string text, string format, string iso) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date)
            ? date.ToString(iso, CultureInfo.InvariantCulture)
            : null;
}
