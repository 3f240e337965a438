using System.Collections.Immutable;

namespace MigrationClean.Checks.Sample;

/// <summary>Interviews of a day.</summary>
internal readonly record struct DayCount(DateOnly Day, int Interviews);

/// <summary>How far a row of the planned sample is.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Collected">Interviews that count for it.</param>
/// <param name="PerDay">By day, ascending; days without interviews are left out.</param>
/// <param name="PerDayLately">The mean of the last three days of the whole collection, days without interviews included.</param>
/// <param name="DoneOn">The day on which the target is reached at that pace; <see langword="null"/> where it is reached, where there is no target, or nobody goes there any more.</param>
internal sealed record StratumProgress(SampleRow Row, string Name, int Collected, ImmutableArray<DayCount> PerDay, double PerDayLately, DateOnly? DoneOn)
{
    /// <summary>Interviews still to be held; 0 without a target.</summary>
    public int Remaining => Row.Target is { } target ? (int)Math.Max(0, Math.Ceiling(target - Collected)) : 0;
}

/// <summary>Done against planned, for checks and for the supervisor's view (cleaning §4.9, §8).</summary>
/// <param name="Strata">One a row of the sample, in its order.</param>
/// <param name="Collected">All collected interviews.</param>
/// <param name="PerDay">All collected interviews by day.</param>
/// <param name="LastDay">The last day with an interview, or <see langword="null"/>.</param>
internal sealed record SampleProgress(ImmutableArray<StratumProgress> Strata, int Collected, ImmutableArray<DayCount> PerDay, DateOnly? LastDay)
{
    private const int DaysOfPace = 3;
    private const int LongestProjection = 3650;

    /// <summary>Counts. O(interviews × rows that agree).</summary>
    public static SampleProgress Of(SampleFrame frame)
    {
        var byRow = frame.Sample.Rows.Select(_ => new List<int>()).ToArray();
        foreach (var row in frame.Collected)
            foreach (var planned in frame.RowsOf(row))
                if (frame.IsInTime(frame.Sample.Rows[planned], row)) byRow[planned].Add(row);

        var all = PerDayOf(frame, frame.Collected);
        DateOnly? last = all.IsEmpty ? null : all[^1].Day;
        return new([.. frame.Sample.Rows.Select((row, i) => ProgressOf(frame, row, byRow[i], last))], frame.Collected.Length, all, last);
    }

    private static StratumProgress ProgressOf(SampleFrame frame, SampleRow row, List<int> interviews, DateOnly? last)
    {
        var days = PerDayOf(frame, interviews);
        var pace = last is { } end ? days.Where(d => d.Day > end.AddDays(-DaysOfPace)).Sum(d => d.Interviews) / (double)DaysOfPace : 0;
        var progress = new StratumProgress(row, frame.NameOf(row), interviews.Count, days, pace, null);
        if (progress.Remaining == 0 || pace == 0 || progress.Remaining / pace > LongestProjection) return progress;
        return progress with { DoneOn = last!.Value.AddDays((int)Math.Ceiling(progress.Remaining / pace)) };
    }

    private static ImmutableArray<DayCount> PerDayOf(SampleFrame frame, IEnumerable<int> rows) =>
        [.. rows.Select(r => frame.Days[r]).Where(d => d > 0).GroupBy(d => d).OrderBy(g => g.Key).Select(g => new DayCount(DateOnly.FromDayNumber(g.Key), g.Count()))];
}
