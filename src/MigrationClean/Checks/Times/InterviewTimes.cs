using System.Globalization;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>When each submission began, ended and was sent: instants in milliseconds since 1970 UTC, with the offset of the device.</summary>
/// <remarks>
/// Instants are subtracted, not printed clock times; a day is the day of the offset of <c>start</c>. A time without an offset is one of the project's zone; without a
/// zone it can be compared with other such times alone. Source: cleaning §4.4.
/// </remarks>
internal sealed class InterviewTimes
{
    /// <summary>A time that is not known.</summary>
    public const long Unknown = long.MinValue;

    private const double MillisecondsInMinute = 60_000;

    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _sent;
    private readonly short[] _offsets;
    private readonly bool[] _hasZone;

    private InterviewTimes(int rows)
    {
        (_starts, _ends, _sent) = (new long[rows], new long[rows], new long[rows]);
        (_offsets, _hasZone) = (new short[rows], new bool[rows]);
    }

    /// <summary>The column of beginnings, or <see langword="null"/>.</summary>
    public TableColumn? StartColumn { get; private init; }

    /// <summary>The column of ends, or <see langword="null"/>.</summary>
    public TableColumn? EndColumn { get; private init; }

    /// <summary>The times of a set's submissions. O(rows).</summary>
    public static InterviewTimes Of(CheckContext context)
    {
        var main = context.Submissions.Main;
        var zone = context.Settings.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : null;
        var times = new InterviewTimes(main.RowCount)
        {
            StartColumn = OfType(main, QuestionType.Start) ?? main.Find("start"),
            EndColumn = OfType(main, QuestionType.End) ?? main.Find("end"),
        };
        var sent = main.Find("_submission_time") ?? main.Find("SubmissionDate");
        var (starts, ends) = (ByCode(times.StartColumn?.Value, zone), ByCode(times.EndColumn?.Value, zone));
        var sentAt = ByCode(sent?.Value, TimeZoneInfo.Utc);
        for (var row = 0; row < main.RowCount; row++)
        {
            var start = starts is null ? default : starts[times.StartColumn!.Value.CodeAt(row)];
            var end = ends is null ? default : ends[times.EndColumn!.Value.CodeAt(row)];
            times._starts[row] = start.IsKnown ? start.Instant : Unknown;
            times._ends[row] = end.IsKnown ? end.Instant : Unknown;
            times._offsets[row] = start.IsKnown ? start.Offset : end.Offset;
            times._hasZone[row] = (start.IsKnown ? start : end).HasZone;
            times._sent[row] = sentAt is not null && sentAt[sent!.Value.CodeAt(row)] is { IsKnown: true } at ? at.Instant : Unknown;
        }

        return times;
    }

    /// <summary>When a submission was begun.</summary>
    public long StartOf(int row) => _starts[row];

    /// <summary>When it was ended.</summary>
    public long EndOf(int row) => _ends[row];

    /// <summary>When the server got it; <see cref="Unknown"/> also where it cannot be compared with the device's times.</summary>
    public long SentOf(int row) => _hasZone[row] ? _sent[row] : Unknown;

    /// <summary>Minutes from start to end, or <see langword="null"/>; negative where the end comes first.</summary>
    public double? MinutesOf(int row) => _starts[row] == Unknown || _ends[row] == Unknown ? null : (_ends[row] - _starts[row]) / MillisecondsInMinute;

    /// <summary>The local day on which a submission was begun (else ended), or <see langword="null"/>.</summary>
    public DateOnly? DayOf(int row) => LocalOf(row) is { } local ? DateOnly.FromDateTime(local) : null;

    /// <summary>The local time of day at which a submission was begun, or <see langword="null"/>.</summary>
    public TimeOnly? TimeOfDayOf(int row) => _starts[row] != Unknown && LocalOf(row) is { } local ? TimeOnly.FromDateTime(local) : null;

    /// <summary>An instant as <c>2024-03-05 09:30</c> of the device's clock.</summary>
    public string Shown(int row, long instant) =>
        DateTime.UnixEpoch.AddMilliseconds(instant).AddMinutes(_offsets[row]).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private DateTime? LocalOf(int row)
    {
        var instant = _starts[row] != Unknown ? _starts[row] : _ends[row];
        return instant == Unknown ? null : DateTime.UnixEpoch.AddMilliseconds(instant).AddMinutes(_offsets[row]);
    }

    private static TableColumn? OfType(Table main, QuestionType type) => main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Type == type);

    private static (bool IsKnown, long Instant, short Offset, bool HasZone)[]? ByCode(Column? column, TimeZoneInfo? zone)
    {
        if (column is null) return null;
        var times = new (bool, long, short, bool)[column.ValueCount];
        for (var code = 1; code < times.Length; code++) times[code] = Read(column.Text(code), zone);
        return times;
    }

    private static (bool IsKnown, long Instant, short Offset, bool HasZone) Read(string text, TimeZoneInfo? zone)
    {
        const DateTimeStyles Styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal;
        if (text.Length < 16 || !char.IsAsciiDigit(text[0]) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time)) return default;
        var hasOffset = text.EndsWith('Z') || text.IndexOfAny(['+', '-'], 11) > 0;
        if (hasOffset) return (true, time.ToUnixTimeMilliseconds(), (short)time.Offset.TotalMinutes, true);
        if (zone is null) return (true, time.ToUnixTimeMilliseconds(), 0, false);
        var offset = zone.GetUtcOffset(time.DateTime);
        return (true, new DateTimeOffset(time.DateTime, offset).ToUnixTimeMilliseconds(), (short)offset.TotalMinutes, true);
    }
}
