using MigrationClean.Checks;
using MigrationClean.Checks.Logic;
using MigrationClean.Checks.Patterns;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Times;
using MigrationClean.Diagnostics;

namespace MigrationClean.Monitoring;

/// <summary>What is known of each interview, by row of the main table: figures of the checks, gathered once for all kinds of units.</summary>
/// <remarks>Holds no answer. Some 100 bytes a submission.</remarks>
internal sealed class InterviewFacts
{
    private const double MillisecondsInMinute = 60_000;

    /// <summary>Gathers them. O(rows × questions).</summary>
    public InterviewFacts(CheckContext context, CheckReport report)
    {
        Context = context;
        Report = report;
        var main = context.Submissions.Main;
        Rows = context.Interviews.Once;
        Days = InterviewDays.Of(context);
        Minutes = new double[main.RowCount];
        (Facts, Suspicions) = (new int[main.RowCount], new int[main.RowCount]);
        (IsOdd, IsOutside, HoursToSend, GapMinutes) = (new bool[main.RowCount], new bool[main.RowCount], new double[main.RowCount], new double[main.RowCount]);
        Array.Fill(GapMinutes, double.NaN);
        var limits = TooShort.LimitsOf(context);
        Short = new bool[main.RowCount];
        for (var row = 0; row < main.RowCount; row++)
        {
            Minutes[row] = context.Interviews.DurationOf(row) is >= 0 and var minutes ? minutes : double.NaN;
            Short[row] = Minutes[row] < limits(row);
            HoursToSend[row] = SentLate.HoursOf(context.Interviews.Times, row) ?? double.NaN;
        }

        CountFindings();
        foreach (var (row, _) in OddHour.Find(context)) IsOdd[row] = true;
        foreach (var rows in context.Interviews.Timed.InOrder())
            for (var i = 1; i < rows.Length; i++)
                if (context.Interviews.Times.DayOf(rows[i]) == context.Interviews.Times.DayOf(rows[i - 1]))
                    GapMinutes[rows[i]] = Math.Max(0, (context.Interviews.Times.StartOf(rows[i]) - context.Interviews.Times.EndOf(rows[i - 1])) / MillisecondsInMinute);
        Overlaps = Overlap.Find(context.Interviews.Timed, context.Settings.Of(AllChecks.Find("DUR-08")!).Number("min_minutes"));

        Missing = InterviewRates.Missing(context, context.Settings.Of(AllChecks.Find("PAT-01")!).Questions);
        DontKnow = InterviewRates.Of(context, SpecialCode.DontKnow, context.Settings.Of(AllChecks.Find("PAT-02")!).Questions);
        Refusal = InterviewRates.Of(context, SpecialCode.Refused, context.Settings.Of(AllChecks.Find("PAT-03")!).Questions);
        Other = InterviewRates.Of(context, SpecialCode.Other, context.Settings.Of(AllChecks.Find("PAT-04")!).Questions);
        StraightLined = InterviewRates.StraightLined(context);
        Points = PointColumn.OfInterviews(context);
    }

    /// <summary>The submissions.</summary>
    public CheckContext Context { get; }

    /// <summary>What the checks found.</summary>
    public CheckReport Report { get; }

    /// <summary>Rows that count, each submission once.</summary>
    public int[] Rows { get; }

    /// <summary>Day number of each row; 0 = not known.</summary>
    public int[] Days { get; }

    /// <summary>Length in minutes: active time where there is an audit log; NaN = not known.</summary>
    public double[] Minutes { get; }

    /// <summary>Whether it was shorter than DUR-01 allows.</summary>
    public bool[] Short { get; }

    /// <summary>Findings that contradict the form or the data themselves.</summary>
    public int[] Facts { get; }

    /// <summary>Findings that are odd only.</summary>
    public int[] Suspicions { get; }

    /// <summary>Whether it began at an odd hour.</summary>
    public bool[] IsOdd { get; }

    /// <summary>Whether it was held outside the survey area.</summary>
    public bool[] IsOutside { get; }

    /// <summary>Hours from its end to its arrival; NaN = not known.</summary>
    public double[] HoursToSend { get; }

    /// <summary>Minutes since the enumerator's interview before it on the same day, 0 where they overlap; NaN = not known.</summary>
    public double[] GapMinutes { get; }

    /// <summary>For each interview that overlaps others: the one it overlaps most, for how long, and how many there are.</summary>
    public Dictionary<int, (int Other, double Minutes, int Count)> Overlaps { get; }

    /// <summary>Questions asked, and those that are blank.</summary>
    public InterviewRates Missing { get; }

    /// <summary>Answers that could be "don't know", and those that are.</summary>
    public InterviewRates DontKnow { get; }

    /// <summary>Answers that could be refused, and those that are.</summary>
    public InterviewRates Refusal { get; }

    /// <summary>Answers that could be "other", and those that are.</summary>
    public InterviewRates Other { get; }

    /// <summary>Batteries answered, and those with one answer throughout.</summary>
    public InterviewRates StraightLined { get; }

    /// <summary>Where the interviews were held; <see langword="null"/> where the form does not ask.</summary>
    public PointColumn? Points { get; }

    private void CountFindings()
    {
        var rows = Fieldwork.RowsOf(Context.Submissions.Main);
        foreach (var finding in Report.Findings)
        {
            if (finding.SubmissionId is not { } id || !rows.TryGetValue(id, out var row)) continue;
            if (finding.Check == OutsideArea.Check && finding.Variant is null) IsOutside[row] = true;

            // Somebody who did not want to be asked is no mistake of the one who asked; what is told of a person is no finding of one interview.
            if (finding.Severity < Severity.Notice || finding.Check.Family is "CON" or "BCK") continue;
            if (finding.Evidence == Evidence.Fact) Facts[row]++;
            else if (finding.Evidence == Evidence.Suspicion) Suspicions[row]++;
        }
    }
}
