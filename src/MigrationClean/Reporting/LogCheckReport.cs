using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>Writes what a cleaning log would do and what is wrong with it: for people, or as one JSON object (machine-interfaces §10).</summary>
public static class LogCheckReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="report">What was found.</param>
    /// <param name="options">Language, and whether answers are shown.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string format, LogReport report, ReportOptions options, TextWriter output)
    {
        if (format == "json") WriteJson(report, options, output);
        else WriteText(report, options, output);
    }

    private static void WriteText(LogReport report, ReportOptions options, TextWriter output)
    {
        var text = new FindingText(Messages.For(options.Language), options.ShowValues);
        foreach (var finding in report.Findings.Concat(report.Consequences))
        {
            output.WriteLine($"{PlaceOf(finding.Location)}: {text.Word(finding.Severity)}[{finding.Check.Code}]: {text.Message(finding)}");
            if (finding.Severity == Severity.Error) output.WriteLine($"  {text.Text(finding, "fix")}");
        }
    }

    private static string PlaceOf(Location place) => string.Join(
        ':', new[] { place.File, place.Sheet, place.Row?.ToString(System.Globalization.CultureInfo.InvariantCulture), place.Column }.Where(p => !string.IsNullOrEmpty(p)));

    private static void WriteJson(LogReport report, ReportOptions options, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var text = new FindingText(Messages.For(options.Language), options.ShowValues);
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.Version);
            json.WriteString("tool", $"migrationclean {options.ToolVersion}");
            json.WriteString("log", report.Log);
            json.WriteString("profile", report.Profile);
            foreach (var (name, count) in ((string, int)[])
                     [("lines", report.Lines), ("toApply", report.ToApply), ("alreadyApplied", report.AlreadyApplied), ("noAction", report.NoAction), ("pending", report.Pending), ("repeated", report.Repeated)])
                json.WriteNumber(name, count);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings) Write(json, finding, text, options);
            json.WriteEndArray();
            json.WriteBoolean("ok", report.IsOk);
            json.WriteNumber("cells", report.Cells);
            json.WriteNumber("removedSubmissions", report.RemovedSubmissions);
            json.WriteNumber("removedRows", report.RemovedRows);
            json.WriteStartArray("consequences");
            foreach (var finding in report.Consequences) Write(json, finding, text, options);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, Finding finding, FindingText text, ReportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Check.Code);
        json.WriteString("check", finding.Check.Name);
        json.WriteString("severity", FindingText.Name(finding.Severity));
        json.WriteString("file", finding.Location.File);
        json.WriteString("sheet", finding.Location.Sheet);
        if (finding.Location.Row is { } row) json.WriteNumber("row", row);
        else json.WriteNull("row");
        json.WriteString("column", finding.Location.Column);
        json.WriteString("question", finding.Question);
        json.WriteString("submission", finding.SubmissionId);
        json.WriteString("table", finding.Table);
        json.WriteString("rowPath", finding.RowPath);
        json.WriteStartArray("relatedRows");
        foreach (var related in finding.RelatedRows) json.WriteNumberValue(related);
        json.WriteEndArray();
        json.WriteStartObject("arguments");
        foreach (var argument in finding.Arguments) json.WriteString(argument.Name, argument.Sensitive && !options.ShowValues ? null : argument.Value);
        json.WriteEndObject();
        json.WriteString("message", text.Message(finding));
        json.WriteEndObject();
    }
}
