using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>The supervisor's view for a terminal: tables of 80 columns that say the same without colour.</summary>
internal sealed class MonitorText
{
    private const int Width = 80;
    private const int NameWidth = 13;
    private const int MostUnits = 40;
    private const int MostTold = 15;
    private const int MostLines = 10;
    private const int DaysOfTrend = 7;

    /// <summary>The figures that fit, with the width of each column.</summary>
    private static readonly (string Metric, int Width)[] Columns =
    [
        ("interviews_per_day", 5), ("duration_median", 6), ("duration_short", 7), ("facts_per_interview", 6), ("suspicions_per_interview", 6),
        ("missing_rate", 6), ("dont_know_rate", 6), ("straight_lining", 6), ("near_duplicates", 5),
    ];

    private readonly MonitorReport _report;
    private readonly MonitorWords _words;
    private readonly TextWriter _out;

    private MonitorText(MonitorReport report, MonitorWords words, TextWriter output) => (_report, _words, _out) = (report, words, output);

    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(MonitorReport report, MonitorWords words, MonitorTables tables, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var text = new MonitorText(report, words, writer);
        foreach (var by in report.By)
        {
            text.Title(words.KindOf(by));
            text.Units([.. report.Units.Where(u => u.By == by)]);
        }

        text.Told();
        text.Today();
        text.Trend();
        text.Questions();
        text.Sample();
        text.BackCheck();
        text.Title(words.Word("title-legend"));
        foreach (var (metric, _) in Columns.Where(c => report.Units.Any(u => u.Find(c.Metric) is not null)))
            text.Wrapped($"{text.ShortOf(metric)}: {words.NameOf(metric)}", 2);
        foreach (var note in tables.Notes()) text.Wrapped(note, 2);
        if (options.Colour is null) text.Wrapped(words.Word("note-more"), 2);
    }

    private string ShortOf(string metric) => _words.Word($"short-{metric.Replace('_', '-')}");

    private void Title(string title) => _out.WriteLine(title);

    private void Units(IReadOnlyList<MonitorUnit> units)
    {
        var columns = Columns.Where(c => units.Any(u => u.Find(c.Metric) is not null)).ToList();
        var head = new StringBuilder(Fitted("", NameWidth)).Append(Right(_words.Word("short-interviews"), 5)).Append(Right(_words.Word("short-days"), 4));
        foreach (var (metric, width) in columns) head.Append(Right(ShortOf(metric), width - 1)).Append(' ');
        Line(head.Append(Right("‼", 3)).Append(Right("!", 2)));
        foreach (var unit in units.Take(MostUnits))
        {
            var line = new StringBuilder(Fitted(unit.Name, NameWidth)).Append(Right(MonitorWords.Number(unit.Interviews), 5)).Append(Right(MonitorWords.Number(unit.Days), 4));
            foreach (var (metric, width) in columns)
            {
                var figure = unit.Find(metric) ?? new(metric, null, 0, Mark.None);
                line.Append(Right(figure.Value is null ? "-" : MonitorWords.Shown(figure), width - 1)).Append(SignOf(figure.Mark));
            }

            Line(line.Append(Right(MonitorWords.Number(unit.Acts), 3)).Append(Right(MonitorWords.Number(unit.Watches), 2)));
        }

        More(units.Count - MostUnits);
        _out.WriteLine();
    }

    private void Told()
    {
        var units = _report.Units.Where(u => u.By == _report.By[0] && u.Acts + u.Watches > 0).OrderByDescending(u => u.Acts).ThenByDescending(u => u.Watches).ThenBy(u => u.Name, StringComparer.Ordinal).ToList();
        if (units.Count == 0) return;
        Title(_words.Word("title-told"));
        foreach (var unit in units.Take(MostTold)) Wrapped($"{unit.Name} - {_words.StandsOut(unit)}", 2);
        More(units.Count - MostTold);
        _out.WriteLine();
    }

    private void Today()
    {
        if (_report.Today is not { } day) return;
        Title(_words.Word("title-today", new FindingArgument("day", MonitorWords.Day(day))));
        Wrapped(_words.Word("today-counts", new("n", MonitorWords.Number(_report.TodayUnits.Sum(u => u.Interviews))), new FindingArgument("facts", MonitorWords.Number(_report.Facts.Length))), 2);
        var codes = _report.Facts.GroupBy(f => f.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var code in codes.Take(MostLines))
        {
            var keys = code.Select(f => f.Submission).Distinct().ToList();
            Wrapped($"{_words.Word("fix")}: {code.Key} {_words.TitleOf(code.Key)} ({MonitorWords.Number(code.Count())}): {string.Join(", ", keys.Take(3))}{(keys.Count > 3 ? ", …" : "")}", 2);
        }

        More(codes.Count - MostLines);
        foreach (var drawn in _report.Drawn.Take(MostLines)) Wrapped($"{_words.Word(drawn.Kind)}: {drawn.Unit} {drawn.Submission}", 2);
        More(_report.Drawn.Length - MostLines);
        _out.WriteLine();
    }

    private void Trend()
    {
        var days = _report.Trend.Select(t => t.Day).Where(d => d <= _report.Today).Distinct().OrderDescending().Take(DaysOfTrend).Order().ToList();
        if (days.Count == 0 || _report.By[0] == MonitorSettings.Day) return;
        Title(_words.Word("title-trend"));
        var cells = _report.Trend.ToDictionary(t => (t.Unit, t.Day));
        Line(new StringBuilder(Fitted("", NameWidth)).AppendJoin("", days.Select(d => Right(d.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), 8))));
        var names = _report.Units.Where(u => u.By == _report.By[0]).Select(u => u.Name).Take(MostUnits).ToList();
        foreach (var name in names)
            Line(new StringBuilder(Fitted(name, NameWidth)).AppendJoin("", days.Select(d => Right(cells.TryGetValue((name, d), out var cell) ? MonitorWords.Number(cell.Interviews) : "-", 8))));
        More(_report.Units.Count(u => u.By == _report.By[0]) - MostUnits);
        _out.WriteLine();
    }

    private void Questions()
    {
        var worst = _report.Questions.Where(q => q.Asked > 0 && q.Missing + (q.DontKnow ?? 0) + (q.Refused ?? 0) > 0)
            .OrderByDescending(q => (double)(q.Missing + (q.DontKnow ?? 0) + (q.Refused ?? 0)) / q.Asked).Take(MostLines).ToList();
        if (worst.Count == 0) return;
        Title(_words.Word("title-worst-questions"));
        Line(new StringBuilder(Fitted("", 30)).Append(Right(_words.Word("short-asked"), 9)).Append(Right(_words.Word("short-missing"), 10)).Append(Right(_words.Word("short-dont-know"), 10)).Append(Right(_words.Word("short-refused"), 10)));
        foreach (var question in worst)
        {
            var answered = question.Asked - question.Missing;
            Line(new StringBuilder(Fitted(question.Question, 30)).Append(Right(MonitorWords.Number(question.Asked), 9)).Append(Right(MonitorWords.Percent(question.Missing, question.Asked), 10))
                .Append(Right(Dash(MonitorWords.Percent(question.DontKnow, answered)), 10)).Append(Right(Dash(MonitorWords.Percent(question.Refused, answered)), 10)));
        }

        _out.WriteLine();
    }

    private void Sample()
    {
        if (_report.Sample.IsEmpty) return;
        Title(_words.Word("title-sample"));
        Line(new StringBuilder(Fitted("", 34)).Append(Right(_words.Word("short-collected"), 10)).Append(Right(_words.Word("short-target"), 10)).Append(Right(_words.Word("short-remaining"), 10)).Append(Right(_words.Word("short-done-on"), 13)));
        foreach (var line in _report.Sample.Take(MostUnits))
            Line(new StringBuilder(Fitted(line.Progress.Name, 34)).Append(Right(MonitorWords.Number(line.Progress.Collected), 10))
                .Append(Right(line.Progress.Row.Target?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "-", 10)).Append(Right(MonitorWords.Number(line.Progress.Remaining), 10))
                .Append(Right(line.Progress.DoneOn is { } day ? MonitorWords.Day(day) : "-", 13)));
        More(_report.Sample.Length - MostUnits);
        _out.WriteLine();
    }

    private void BackCheck()
    {
        if (_report.BackCheck.IsEmpty) return;
        Title(_words.Word("title-back-check"));
        Line(new StringBuilder(Fitted("", 40)).Append(Right(_words.Word("short-type"), 6)).Append(Right(_words.Word("short-pairs"), 9)).Append(Right(_words.Word("short-differing"), 14)).Append(Right("%", 8)));
        foreach (var line in _report.BackCheck.Take(MostUnits))
            Line(new StringBuilder(Fitted($"{_words.Word($"side-{line.By.Replace('_', '-')}")} {line.Name}", 40)).Append(Right(MonitorWords.Number(line.Kind), 6)).Append(Right(MonitorWords.Number(line.Pairs), 9))
                .Append(Right($"{line.Differing}/{line.Compared}", 14)).Append(Right(MonitorWords.OneDecimal(100 * line.Rate), 8)).Append(SignOf(line.Mark)));
        More(_report.BackCheck.Length - MostUnits);
        _out.WriteLine();
    }

    private void More(int rest)
    {
        if (rest > 0) _out.WriteLine($"  {_words.Word("more", new FindingArgument("n", MonitorWords.Number(rest)))}");
    }

    private void Line(StringBuilder line) => _out.WriteLine(line.ToString().TrimEnd());

    /// <summary>A text over as many lines as it needs, the later ones set in by four more.</summary>
    private void Wrapped(string text, int indent)
    {
        var (line, start) = (new StringBuilder().Append(' ', indent), indent);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                _out.WriteLine(line);
                start = indent + 4;
                line.Clear().Append(' ', start);
            }

            if (line.Length > start) line.Append(' ');
            line.Append(word);
        }

        _out.WriteLine(line);
    }

    // Marks as signs: they are told in the legend.
    private static string SignOf(Mark mark) => mark switch
    {
        Mark.Act => "‼",
        Mark.Watch => "!",
        Mark.Small => "·",
        _ => " ",
    };

    private static string Dash(string text) => text.Length == 0 ? "-" : text;

    private static string Fitted(string text, int width)
    {
        var line = FindingText.OneLine(text);
        return (line.Length >= width ? $"{line[..(width - 2)]}… " : line).PadRight(width);
    }

    private static string Right(string text, int width) => (text.Length > width ? text[..width] : text).PadLeft(width);
}
