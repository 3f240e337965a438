using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Times;
using MigrationClean.Diagnostics;
using MigrationClean.Monitoring.Metrics;

namespace MigrationClean.Monitoring;

/// <summary>Makes the supervisor's view of checked submissions. Source: cleaning §8.</summary>
internal static class Monitor
{
    /// <summary>Counts and compares.</summary>
    /// <param name="context">The submissions, with what the checks gathered.</param>
    /// <param name="report">What the checks found.</param>
    /// <param name="settings">What is shown.</param>
    /// <exception cref="InputException">A kind of unit is neither known nor a column.</exception>
    public static MonitorReport Of(CheckContext context, CheckReport report, MonitorSettings settings)
    {
        var facts = new InterviewFacts(context, report);
        var values = context.Of(new DistributionDiffers());
        var strata = Comparison.StrataOf(context, values.By);
        var metrics = AllMetrics.Of(facts);
        var sets = settings.By.Select(by => (By: by, Units: UnitSet.Of(context, by, facts.Rows))).ToList();
        if (sets.Find(s => s.Units is null && !MonitorSettings.Kinds.Contains(s.By)).By is { } unknown)
            throw UnknownName.Of("question", "--by", unknown, [.. MonitorSettings.Kinds, .. context.Submissions.Main.Columns.Select(c => c.Name)]);

        var kinds = sets.Where(s => s.Units is not null).Select(s => s.Units!).ToList();
        if (kinds.Count == 0) kinds.Add(UnitSet.Of(context, MonitorSettings.Day, facts.Rows)!);
        var isComposed = values.Flag("composite");
        Comparison Comparing(UnitSet units) => new(facts, units, strata, values.Whole("min_interviews"), values.Whole("min_values"));
        var units = kinds.SelectMany(k => Sorted(k.By, Figures(Comparing(k), metrics, isComposed))).ToImmutableArray();
        var day = settings.Today?.DayNumber ?? LastDay(facts);
        var first = kinds[0];
        var ages = new AgeCounts();
        DigitQuestions.ForEach(DigitQuestions.Ages(context), (row, age) => ages.Add(age));
        var made = new MonitorReport
        {
            Submissions = facts.Rows.Length,
            Interviews = facts.Rows.Count(r => context.Consent.Question is null || context.Consent.Passes(r)),
            By = [.. kinds.Select(k => k.By)],
            Absent = [.. sets.Where(s => s.Units is null).Select(s => s.By)],
            Units = units,
            Trend = [.. TrendOf(facts, first)],
            Questions = QuestionSheet.Of(context),
            Sample = SampleOf(context),
            BackCheck = BackCheckSheet.Of(context),
            Myers = ages.Myers(),
            MyersN = ages.InMyers,
            FalseAlarms = Sums.Of([.. metrics.Select(m => m.WatchTail * units.Count(u => u.By == first.By && u.Find(m.Name) is { Value: not null, Mark: not Mark.Small }))]),
        };
        return day <= 0 ? made : WithToday(made, Comparing, facts, metrics, first.By, DateOnly.FromDayNumber(day));
    }

    // A device whose clock runs ahead would make its own "today".
    private static int LastDay(InterviewFacts facts)
    {
        var (context, last) = (facts.Context, 0);
        var end = context.Settings.Collection?.To?.DayNumber ?? int.MaxValue;
        foreach (var row in facts.Rows)
        {
            var sent = context.Interviews.Times.SentOf(row);
            var latest = sent == InterviewTimes.Unknown ? end : Math.Min(end, DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(sent)).DayNumber + 1);
            if (facts.Days[row] <= latest) last = Math.Max(last, facts.Days[row]);
        }

        return last > 0 ? last : facts.Days.DefaultIfEmpty(0).Max();
    }

    private static MonitorReport WithToday(MonitorReport made, Func<UnitSet, Comparison> comparing, InterviewFacts facts, ImmutableArray<Metric> metrics, string by, DateOnly day)
    {
        var context = facts.Context;
        int[] rows = [.. facts.Rows.Where(r => facts.Days[r] == day.DayNumber)];
        var units = UnitSet.Of(context, by, rows)!;
        var acts = made.Units.Where(u => u.By == by && u.Acts > 0).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var main = context.Submissions.Main;
        var (today, texts) = (rows.ToHashSet(), UnitSet.TextsOf(context, by)!);
        var rowOf = Fieldwork.RowsOf(main);
        return made with
        {
            Today = day,
            TodayUnits = Sorted(by, Figures(comparing(units), metrics, isComposed: false)),
            Facts =
            [
                .. facts.Report.Findings
                    .Where(f => f.Evidence == Evidence.Fact && f.Severity >= Severity.Warning && f.SubmissionId is not null && rowOf.TryGetValue(f.SubmissionId, out var row) && today.Contains(row))
                    .Select(f => new FactToFix(f.Check.Code, f.SubmissionId!, f.Question ?? "", texts[rowOf[f.SubmissionId!]]))
                    .Distinct()
                    .OrderBy(f => f.Unit, StringComparer.Ordinal).ThenBy(f => f.Submission, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Question, StringComparer.Ordinal),
            ],
            Drawn = Draw.Of(context, units, acts),
        };
    }

    private static MonitorUnit[] Figures(Comparison comparison, ImmutableArray<Metric> metrics, bool isComposed)
    {
        var columns = metrics.Select(m => m.Of(comparison)).Where(c => c.Length > 0).ToList();
        return [.. comparison.Units.Names.Select((name, i) =>
        {
            var rows = comparison.Units.Interviews[i];
            var days = rows.Select(r => comparison.Facts.Days[r]).Where(d => d > 0).Distinct().Count();
            ImmutableArray<MetricValue> figures = [.. columns.Select(c => c[i])];
            if (isComposed) figures = figures.Add(Composite(figures, metrics));
            return new MonitorUnit(comparison.Units.By, name, rows.Length, days, figures);
        })];
    }

    private static MetricValue Composite(ImmutableArray<MetricValue> figures, ImmutableArray<Metric> metrics)
    {
        var judged = metrics.Where(m => m.IsJudged).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var verdicts = figures.Where(f => judged.Contains(f.Metric) && f.Value is not null && f.Mark != Mark.Small).ToList();
        var points = verdicts.Sum(f => f.Mark == Mark.Act ? 2 : f.Mark == Mark.Watch ? 1 : 0);
        return new("composite", verdicts.Count == 0 ? null : (double)points / verdicts.Count, verdicts.Count, Mark.None);
    }

    private static ImmutableArray<MonitorUnit> Sorted(string by, IEnumerable<MonitorUnit> units) => by == MonitorSettings.Day
        ? [.. units.OrderBy(u => u.Name, StringComparer.Ordinal)]
        : [.. units.OrderByDescending(u => u.Acts).ThenBy(u => u.Name, StringComparer.Ordinal)];

    private static IEnumerable<TrendCell> TrendOf(InterviewFacts facts, UnitSet units) =>
        from unit in Enumerable.Range(0, units.Names.Length)
        from day in units.Interviews[unit].Where(r => facts.Days[r] > 0).GroupBy(r => facts.Days[r])
        let minutes = day.Select(r => facts.Minutes[r]).Where(m => !double.IsNaN(m)).ToList()
        orderby day.Key, unit
        select new TrendCell(
            DateOnly.FromDayNumber(day.Key), units.Names[unit], day.Count(), minutes.Count == 0 ? null : Quantiles.MedianOf(minutes), day.Sum(r => facts.Facts[r] + facts.Suspicions[r]));

    private static ImmutableArray<SampleLine> SampleOf(CheckContext context)
    {
        if (context.Places.Sample is not { NotExported: null } frame) return [];
        return
        [
            .. SampleProgress.Of(frame).Strata.Select(progress => new SampleLine(
                [
                    .. frame.Sample.Strata.Select((question, i) => (question.Name, progress.Row.Stratum[i])),
                    .. progress.Row.Point.Length > 0 ? new[] { ("point", progress.Row.Point) } : [],
                ],
                progress)),
        ];
    }
}
