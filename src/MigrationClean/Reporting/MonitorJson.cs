using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks.Numerics;
using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>The supervisor's view as one line of JSON (machine-interfaces §11). Fields are only added.</summary>
internal static class MonitorJson
{
    /// <summary>Writes the line.</summary>
    public static void Write(MonitorReport report, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.Version);
            json.WriteString("tool", $"migrationclean {options.ToolVersion}");
            WriteAll(json, "units", report.Units, Write);
            WriteAll(json, "sample", report.Sample, Write);
            json.WriteNumber("submissions", report.Submissions);
            json.WriteNumber("interviews", report.Interviews);
            json.WriteStartObject("today");
            json.WriteString("day", report.Today is { } day ? MonitorWords.Day(day) : null);
            WriteAll(json, "units", report.TodayUnits, Write);
            WriteAll(json, "facts", report.Facts, Write);
            WriteAll(json, "drawn", report.Drawn, Write);
            json.WriteEndObject();
            WriteAll(json, "trend", report.Trend, Write);
            WriteAll(json, "questions", report.Questions, Write);
            WriteAll(json, "backCheck", report.BackCheck, Write);
            json.WriteStartObject("ages");
            Write(json, "myers", report.Myers);
            json.WriteNumber("n", report.MyersN);
            json.WriteEndObject();
            Write(json, "expectedFalseAlarms", report.FalseAlarms);
            json.WriteStartArray("absent");
            foreach (var by in report.Absent) json.WriteStringValue(by);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MonitorUnit unit)
    {
        json.WriteString("by", unit.By);
        json.WriteString("name", unit.Name);
        json.WriteNumber("interviews", unit.Interviews);
        json.WriteNumber("days", unit.Days);
        WriteAll(json, "metrics", unit.Metrics, Write);
    }

    private static void Write(Utf8JsonWriter json, MetricValue metric)
    {
        json.WriteString("metric", metric.Metric);
        Write(json, "value", metric.Value);
        json.WriteNumber("n", metric.N);
        json.WriteString("mark", WordOf(metric.Mark));
    }

    private static void Write(Utf8JsonWriter json, SampleLine line)
    {
        json.WriteStartObject("stratum");
        foreach (var (question, value) in line.Stratum) json.WriteString(question, value);
        json.WriteEndObject();
        Write(json, "target", line.Progress.Row.Target);
        json.WriteNumber("collected", line.Progress.Collected);
        Write(json, "buffer", line.Progress.Row.Buffer);
        json.WriteNumber("remaining", line.Progress.Remaining);
        json.WriteString("doneOn", line.Progress.DoneOn is { } day ? MonitorWords.Day(day) : null);
    }

    private static void Write(Utf8JsonWriter json, FactToFix fact)
    {
        json.WriteString("code", fact.Code);
        json.WriteString("submission", fact.Submission);
        json.WriteString("question", fact.Question.Length > 0 ? fact.Question : null);
        json.WriteString("unit", fact.Unit);
    }

    private static void Write(Utf8JsonWriter json, Drawn drawn)
    {
        json.WriteString("unit", drawn.Unit);
        json.WriteString("submission", drawn.Submission);
        json.WriteString("kind", drawn.Kind);
    }

    private static void Write(Utf8JsonWriter json, TrendCell cell)
    {
        json.WriteString("day", MonitorWords.Day(cell.Day));
        json.WriteString("unit", cell.Unit);
        json.WriteNumber("interviews", cell.Interviews);
        Write(json, "medianMinutes", cell.MedianMinutes);
        json.WriteNumber("findings", cell.Findings);
    }

    private static void Write(Utf8JsonWriter json, QuestionFigures question)
    {
        json.WriteString("question", question.Question);
        json.WriteNumber("asked", question.Asked);
        json.WriteNumber("missing", question.Missing);
        Write(json, "dontKnow", question.DontKnow);
        Write(json, "refused", question.Refused);
        Write(json, "other", question.Other);
        Write(json, "outliers", question.Outliers);
    }

    private static void Write(Utf8JsonWriter json, BackCheckLine line)
    {
        json.WriteString("by", line.By);
        json.WriteString("name", line.Name);
        json.WriteNumber("type", line.Kind);
        json.WriteNumber("pairs", line.Pairs);
        json.WriteNumber("compared", line.Compared);
        json.WriteNumber("differing", line.Differing);
        Write(json, "rate", line.Rate);
        json.WriteString("mark", WordOf(line.Mark));
        Write(json, "meanDifference", line.Figures?.MeanDifference);
        Write(json, "p", line.Figures?.P);
        Write(json, "signedRankP", line.Figures?.SignedRankP);
        Write(json, "responseVariance", line.Figures?.ResponseVariance);
        Write(json, "reliability", line.Figures?.Reliability);
    }

    // Never NaN: nothing.
    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, decimal.Parse(Significant.Text(number), NumberStyles.Float, CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }

    private static string WordOf(Mark mark) => mark.ToString().ToLowerInvariant();
}
