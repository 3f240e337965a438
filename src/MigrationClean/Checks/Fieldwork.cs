using MigrationClean.Checks.Settings;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>Who collected a submission, where and when: what a line needs to be sent back to the field.</summary>
/// <param name="Enumerator">Name of the column with the enumerator, or <see langword="null"/>.</param>
/// <param name="Site">Name of the column with the site, or <see langword="null"/>.</param>
/// <param name="Device">Name of the column with the device, or <see langword="null"/> = <c>deviceid</c>.</param>
/// <param name="Team">Name of the column with the team, or <see langword="null"/>.</param>
/// <param name="Household">Name of the column with the household, or <see langword="null"/>.</param>
/// <param name="Date">Name of the column with the day of the interview, or <see langword="null"/> = <c>today</c>, <c>start</c>, the server's time.</param>
internal sealed record Fieldwork(
    string? Enumerator = null, string? Site = null, string? Device = null, string? Team = null, string? Household = null, string? Date = null)
{
    private static readonly string[] EnumeratorWords =
    [
        "enumerator*", "interviewer*", "surveyor*", "enumid", "enum", "numerator", "интервьюер*", "анкетер*", "перепис*", "маалыматжыйноочу", "жыйноочу*", "сурамжылоочу*",
    ];

    private static readonly string[] Devices = ["deviceid", "device_id", "imei"];

    /// <summary>The columns of the settings; where they name none, those found by reserved names and by the words of questions.</summary>
    public static Fieldwork Of(SubmissionSet submissions, FieldworkColumns columns) => new(
        columns.Enumerator ?? ByWords(submissions, EnumeratorWords) ?? Present(submissions, ["username", "_submitted_by"]),
        columns.Site.IsEmpty ? null : columns.Site[^1],
        columns.Device ?? Present(submissions, Devices),
        columns.Team,
        columns.Household,
        columns.Date);

    private static string? ByWords(SubmissionSet submissions, string[] words) =>
        submissions.Main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question is { } q && !c.Value.IsBlank
            && (q.Type.IsSelectOne() || q.Type is QuestionType.Text or QuestionType.Integer or QuestionType.Calculate) && QuestionWords.Says(q, words))?.Name;

    private static string? Present(SubmissionSet submissions, string[] names) =>
        names.FirstOrDefault(name => submissions.Main.Find(name) is { Value.IsBlank: false });
    /// <summary>The enumerator of a submission, or "".</summary>
    public string EnumeratorOf(Table main, int row) => Enumerator is null ? "" : TextOf(main, row, Enumerator);

    /// <summary>The site of a submission, or "".</summary>
    public string SiteOf(Table main, int row) => Site is null ? "" : TextOf(main, row, Site);

    /// <summary>The device of a submission, or "".</summary>
    public string DeviceOf(Table main, int row) => TextOf(main, row, Device ?? "deviceid");

    /// <summary>Row of the main table of each submission, by its id; of several with one id the first.</summary>
    public static Dictionary<string, int> RowsOf(Table main)
    {
        var rows = new Dictionary<string, int>(main.RowCount, StringComparer.Ordinal);
        for (var row = 0; row < main.RowCount; row++)
            if (main.SubmissionIdOf(row) is { } id) rows.TryAdd(id, row);
        return rows;
    }

    /// <summary>The instant a submission was begun, as stored, or "".</summary>
    public static string StartOf(Table main, int row) => TextOf(main, row, "start");

    /// <summary>The day of a submission: of <c>today</c>, else of <c>start</c>, else of the server's time; or "".</summary>
    public static string DateOf(Table main, int row, string? date = null)
    {
        if (date is not null) return TextOf(main, row, date) is { Length: >= 10 } day ? day[..10] : "";
        foreach (var name in (ReadOnlySpan<string>)["today", "start", "_submission_time"])
            if (TextOf(main, row, name) is { Length: >= 10 } text) return text[..10];
        return "";
    }

    private static string TextOf(Table main, int row, string column) => main.Find(column)?.Value.TextAt(row) ?? "";
}
