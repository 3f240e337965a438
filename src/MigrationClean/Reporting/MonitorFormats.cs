using MigrationClean.Diagnostics;
using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>Writes the supervisor's view.</summary>
public static class MonitorFormats
{
    /// <summary>Its formats, the default first.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> Names { get; } = ["text", "json", "xlsx", "html"];

    /// <summary>Writes it: text, JSON and HTML as UTF-8 without a byte order mark, with <c>\n</c> line ends. The stream stays open; for xlsx it must seek.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="report">The figures.</param>
    /// <param name="options">Language and version; answers are never shown, as there are none.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static void Write(string format, MonitorReport report, ReportOptions options, Stream output)
    {
        var words = new MonitorWords(Messages.For(options.Language));
        var tables = new MonitorTables(report, words);
        switch (format)
        {
            case "text": MonitorText.Write(report, words, tables, options, output); break;
            case "json": MonitorJson.Write(report, options, output); break;
            case "xlsx": MonitorWorkbook.Write(tables, output); break;
            case "html": MonitorHtml.Write(report, words, tables, options, output); break;
            default: throw new ArgumentException($"No format `{format}`.", nameof(format));
        }
    }
}
