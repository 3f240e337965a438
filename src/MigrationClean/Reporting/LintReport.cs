using System.Text;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>Writes what <c>lint</c> found.</summary>
public static class LintReport
{
    /// <summary>Writes the report as UTF-8 without a byte order mark and with <c>\n</c> line ends. The stream stays open.</summary>
    /// <param name="format">One of <see cref="ReportFormats.Names"/>.</param>
    /// <param name="forms">What was found in each form, in the order given.</param>
    /// <param name="options">How to write it.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    /// <remarks>The same forms and options give the same bytes: no clock, no absolute path.</remarks>
    public static void Write(string format, IReadOnlyList<LintResult> forms, ReportOptions options, Stream output)
    {
        var writer = ReportFormats.All.FirstOrDefault(f => f.Name == format)
            ?? throw new ArgumentException($"No report format `{format}`.", nameof(format));
        writer.Write(forms, options, output);
    }

    /// <summary>
    /// As <see cref="Write(string, IReadOnlyList{LintResult}, ReportOptions, Stream)"/>, to a writer of text. Holds the whole report in memory.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static void Write(string format, IReadOnlyList<LintResult> forms, ReportOptions options, TextWriter output)
    {
        using var bytes = new MemoryStream();
        Write(format, forms, options, bytes);
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }
}
