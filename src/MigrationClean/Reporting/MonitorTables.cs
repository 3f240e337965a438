using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>The supervisor's view as tables: what workbook and page show.</summary>
/// <param name="report">The figures.</param>
/// <param name="words">Their words.</param>
internal sealed class MonitorTables(MonitorReport report, MonitorWords words)
{
    private const double Narrow = 12;
    private const double Wide = 38;
    private const double Widest = 70;

    /// <summary>All tables that have something to show, in the order of sheets.</summary>
    public IEnumerable<MonitorTable> All()
    {
        yield return Today();
        foreach (var by in report.By) yield return Units(by);
        if (report.TodayUnits.Length > 0) yield return Units($"{report.By[0]} today", words.Word("units-today", new("by", words.KindOf(report.By[0])), new Diagnostics.FindingArgument("day", TodayShown)), report.TodayUnits);
        if (report.Trend.Length > 0) yield return Trend();
        yield return Questions();
        if (report.Sample.Length > 0) yield return Sample();
        if (report.BackCheck.Length > 0) yield return BackCheck();
        yield return Legend();
    }

    /// <summary>Names of the figures of a kind of units, in order.</summary>
    public static IEnumerable<string> MetricsOf(IReadOnlyList<MonitorUnit> units) => units.Count == 0 ? [] : units[0].Metrics.Select(m => m.Metric);

    private string TodayShown => report.Today is { } day ? MonitorWords.Day(day) : "—";

    private MonitorTable Today() => new(
        "today",
        words.Word("title-today", new Diagnostics.FindingArgument("day", TodayShown)),
        [Text("what", 20), Text("who", 18), Text("submission", Wide), Text("code", Narrow), Text("title", Wide), Text("question", 24)],
        [
            .. report.Drawn.Select(d => Row(words.Word(d.Kind), d.Unit, d.Submission, "", "", "")),
            .. report.Facts.Select(f => Row(words.Word("fix"), f.Unit, f.Submission, f.Code, words.TitleOf(f.Code), f.Question)),
        ]);

    private MonitorTable Units(string by) => Units(by, words.KindOf(by), [.. report.Units.Where(u => u.By == by)]) with { Bars = 1 };

    private MonitorTable Units(string name, string title, IReadOnlyList<MonitorUnit> units) => new(
        name,
        title,
        [
            Text("name", 20), Figure("interviews"), Figure("days"), Figure("acts"), Figure("watches"), Text("stands-out", Widest),
            .. MetricsOf(units).Select(m => new MonitorColumn(words.NameOf(m), Narrow)),
        ],
        [.. units.Select(unit => (MonitorCell[])
        [
            new(unit.Name), Number(unit.Interviews), Number(unit.Days), Number(unit.Acts), Number(unit.Watches), new(words.StandsOut(unit)),
            .. unit.Metrics.Select(m => new MonitorCell(MonitorWords.Shown(m), m.Mark)),
        ])]);

    private MonitorTable Trend() => new(
        "trend",
        words.Word("title-trend"),
        [Text("day", Narrow), Text("name", 20), Figure("interviews"), Figure("median-minutes"), Figure("findings")],
        [.. report.Trend.Select(t => (MonitorCell[])[new(MonitorWords.Day(t.Day)), new(t.Unit), Number(t.Interviews), new(MonitorWords.OneDecimal(t.MedianMinutes)), Number(t.Findings)])]);

    private MonitorTable Questions() => new(
        "questions",
        words.Word("title-questions"),
        [Text("question", 24), Text("label", Wide), Figure("asked"), Figure("missing"), Figure("dont-know"), Figure("refused"), Figure("other"), Figure("outliers")],
        [.. report.Questions.Select(q => (MonitorCell[])
        [
            new(q.Question), new(q.Label), Number(q.Asked),
            new(MonitorWords.Percent(q.Missing, q.Asked)), new(MonitorWords.Percent(q.DontKnow, q.Asked - q.Missing)),
            new(MonitorWords.Percent(q.Refused, q.Asked - q.Missing)), new(MonitorWords.Percent(q.Other, q.Asked - q.Missing)),
            new(q.Outliers is { } n ? MonitorWords.Number(n) : ""),
        ])]);

    private MonitorTable Sample() => new(
        "sample",
        words.Word("title-sample"),
        [Text("stratum", Wide), Figure("target"), Figure("collected"), Figure("remaining"), Figure("per-day"), Text("done-on", Narrow)],
        [.. report.Sample.Select(s => (MonitorCell[])
        [
            new(s.Progress.Name), new(s.Progress.Row.Target?.ToString("0.##", CultureInfo.InvariantCulture) ?? ""), Number(s.Progress.Collected), Number(s.Progress.Remaining),
            new(MonitorWords.OneDecimal(s.Progress.PerDayLately)), new(s.Progress.DoneOn is { } day ? MonitorWords.Day(day) : ""),
        ])])
    { Bars = 2 };

    private MonitorTable BackCheck() => new(
        "back-check",
        words.Word("title-back-check"),
        [Text("by", 16), Text("name", 24), Figure("type"), Figure("pairs"), Figure("compared"), Figure("differing"), Figure("rate"), Figure("mean-difference"), Figure("p"), Figure("signed-rank"), Figure("response-variance"), Figure("reliability")],
        [.. report.BackCheck.Select(b => (MonitorCell[])
        [
            new(words.Word($"side-{b.By.Replace('_', '-')}")), new(b.Name), Number(b.Kind), Number(b.Pairs), Number(b.Compared), Number(b.Differing),
            new(MonitorWords.OneDecimal(100 * b.Rate), b.Mark), Short(b.Figures?.MeanDifference), Short(b.Figures?.P), Short(b.Figures?.SignedRankP),
            Short(b.Figures?.ResponseVariance), Short(b.Figures?.Reliability),
        ])]);

    private MonitorTable Legend() => new(
        "legend",
        words.Word("title-legend"),
        [Text("metric", Wide), Text("meaning", Widest)],
        [
            .. report.Units.Concat(report.TodayUnits).SelectMany(u => u.Metrics).Select(m => m.Metric).Distinct().Select(m => Row(words.NameOf(m), words.MeaningOf(m))),
            .. Notes().Select(note => Row("", note)),
        ]);

    /// <summary>What has to be known to read the figures: marks, chance, ages of the whole file.</summary>
    public IEnumerable<string> Notes()
    {
        yield return words.Word("note-marks");
        yield return words.Word("note-chance", new Diagnostics.FindingArgument("n", MonitorWords.OneDecimal(report.FalseAlarms)));
        if (report.Myers is { } myers) yield return words.Word("note-myers", new("value", MonitorWords.OneDecimal(myers)), new Diagnostics.FindingArgument("n", MonitorWords.Number(report.MyersN)));
        foreach (var by in report.Absent) yield return words.Word("note-absent", new Diagnostics.FindingArgument("by", words.KindOf(by)));
    }

    private static MonitorCell[] Row(params ReadOnlySpan<string> cells) => [.. cells.ToArray().Select(c => new MonitorCell(c))];

    private static MonitorCell Number(int number) => new(MonitorWords.Number(number));

    private static MonitorCell Short(double? number) => new(number is { } known ? Significant.Text(Math.Round(known, 4)) : "");

    private MonitorColumn Text(string name, double width) => new(words.Word($"column-{name}"), width, IsNumber: false);

    private MonitorColumn Figure(string name) => new(words.Word($"column-{name}"), Narrow);
}
