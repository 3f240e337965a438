using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Logic;

/// <summary>The time of each submission for <c>now()</c> and <c>today()</c>, and the zone of its device.</summary>
/// <remarks>
/// <c>end</c> first, then the <c>today</c> question, <c>start</c>, <c>_submission_time</c>; the zone is the offset of <c>start</c> or
/// <c>end</c>, else the project's. Source: xlsform §11, xpath §6.
/// </remarks>
internal sealed class SubmissionClock
{
    private readonly Column? _start;
    private readonly Column? _end;
    private readonly Column? _today;
    private readonly Column? _submitted;
    private readonly TimeZoneInfo _projectZone;
    private readonly EvaluationContext _utc = new();
    private readonly Dictionary<string, TimeZoneInfo> _zones = new(StringComparer.Ordinal);

    /// <summary>The clock of a set's submissions.</summary>
    public SubmissionClock(SubmissionSet submissions, Form form, TimeZoneInfo projectZone)
    {
        var main = submissions.Main;
        Column? Of(QuestionType type) => form.Questions.FirstOrDefault(q => q.Type == type && q.Repeat is null) is { } q ? main.AnswersOf(q)?.Value : null;
        (_start, _end, _today) = (Of(QuestionType.Start), Of(QuestionType.End), Of(QuestionType.Today));
        _submitted = main.Find("_submission_time")?.Value;
        _projectZone = projectZone;
    }

    /// <summary>The time that stands for all of these, with the project's zone; <see langword="null"/> = none.</summary>
    public DateTimeOffset? Fixed { get; init; }

    /// <summary>The zone of the device. Not for several threads at once.</summary>
    public TimeZoneInfo ZoneOf(int row) => Fixed is not null ? _projectZone : Offset(_start, row) ?? Offset(_end, row) ?? _projectZone;

    /// <summary>The instant at which the submission was last worked on, and the one at which it was opened, in milliseconds; or <see langword="null"/>.</summary>
    public (double? End, double? Start) TimesOf(int row, EvaluationContext context)
    {
        if (Fixed is { } now) return ((now - DateTimeOffset.UnixEpoch).TotalMilliseconds, (now - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        var start = Instant(_start, row, context);
        var end = Instant(_end, row, context) ?? Instant(_today, row, context) ?? start ?? Submitted(row);
        return (end, start ?? end);
    }

    private double? Submitted(int row)
    {
        if (_submitted is null || _submitted.CodeAt(row) == 0) return null;
        return Dates.Parse(_submitted.TextAt(row).Replace(' ', 'T'), _utc);
    }

    private static double? Instant(Column? column, int row, EvaluationContext context)
    {
        if (column is null || column.CodeAt(row) == 0) return null;
        return Dates.Parse(column.TextAt(row), context) is { } instant && !double.IsNaN(instant) ? instant : null;
    }

    private TimeZoneInfo? Offset(Column? column, int row)
    {
        if (column is null || column.CodeAt(row) == 0) return null;
        var text = column.TextAt(row);
        if (text.Length < 17) return null;
        var offset = text.EndsWith('Z') ? "+00:00" : text[^6..];
        if (_zones.TryGetValue(offset, out var known)) return known;
        if (offset[0] is not ('+' or '-') || !TimeSpan.TryParseExact(offset[1..], "hh\\:mm", System.Globalization.CultureInfo.InvariantCulture, out var span)) return null;
        if (span > TimeSpan.FromHours(14)) return null;
        var zone = span == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(offset, offset[0] == '-' ? -span : span, offset, offset);
        return _zones[offset] = zone;
    }
}
