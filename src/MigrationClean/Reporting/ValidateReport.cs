using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>Writes what <c>validate</c> found.</summary>
public static class ValidateReport
{
    /// <summary>Writes the report as UTF-8 without a byte order mark and with <c>\n</c> line ends. The stream stays open.</summary>
    /// <param name="format">One of <see cref="ReportFormats.Names"/>.</param>
    /// <param name="result">What was read and found.</param>
    /// <param name="options">How to write it.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <remarks>The same result and options give the same bytes: no clock, no absolute path.</remarks>
    public static void Write(string format, ValidateResult result, ReportOptions options, Stream output)
    {
        var writer = ReportFormats.All.FirstOrDefault(f => f.Name == format)
            ?? throw new ArgumentException($"No report format `{format}`.", nameof(format));
        writer.Write(result, options, output);
    }

    /// <summary>
    /// As <see cref="Write(string, ValidateResult, ReportOptions, Stream)"/>, to a writer of text. Holds the whole report in memory.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static void Write(string format, ValidateResult result, ReportOptions options, TextWriter output)
    {
        using var bytes = new MemoryStream();
        Write(format, result, options, bytes);
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    /// <summary>
    /// A summary in Markdown for the page of a GitHub run: counts and one line for findings alike, at most fifty. It holds no answer and no
    /// submission, whatever <see cref="ReportOptions.ShowValues"/> says.
    /// </summary>
    public static string GithubSummaryOf(ValidateResult result, ReportOptions options) => GithubSummary.Of(result, options);

    /// <summary>Whether nothing was found at or above the severity that fails.</summary>
    public static bool IsOk(ValidateResult result, Severity? failOn) =>
        failOn is not { } limit || result.Report.Findings.All(f => f.Severity < limit);
}
