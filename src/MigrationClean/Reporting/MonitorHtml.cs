using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Monitoring;
using MigrationClean.Reporting.Html;

namespace MigrationClean.Reporting;

/// <summary>The supervisor's view as one page: a section a table, with bars where they help.</summary>
internal static class MonitorHtml
{
    private const int MostRows = 2000;
    private const int MostBars = 60;

    /// <summary>Writes the page.</summary>
    public static void Write(MonitorReport report, MonitorWords words, MonitorTables tables, ReportOptions options, Stream output)
    {
        using var page = new HtmlPage(output, options.Language, words.Word("title"));
        var all = tables.All().Select((table, i) => (Id: $"s{i + 1}", Table: table)).ToList();
        page.WriteContents(words.Word("contents"), all.Select(t => (t.Id, t.Table.Title)));
        page.WriteParagraph(words.Word("counts", new("submissions", MonitorWords.Number(report.Submissions)), new FindingArgument("interviews", MonitorWords.Number(report.Interviews))));
        foreach (var note in tables.Notes()) page.WriteParagraph(note);
        foreach (var (id, table) in all)
        {
            page.BeginSection(id, table.Title);
            if (table.Bars >= 0) WriteBars(page, id, table);
            page.BeginTable(table.Title, table.Columns.Select(c => c.Header));
            foreach (var row in table.Rows.Take(MostRows)) page.WriteRow(row.Select((cell, i) => CellOf(cell, table.Columns[i], words)));
            page.EndTable();
            if (table.Rows.Count > MostRows) page.WriteParagraph(words.Word("more", new FindingArgument("n", MonitorWords.Number(table.Rows.Count - MostRows))));
            page.EndSection();
        }

        page.Finish($"migrationclean {options.ToolVersion}");
    }

    private static void WriteBars(HtmlPage page, string id, MonitorTable table)
    {
        var bars = table.Rows.Take(MostBars).Select(row => (row[0].Text, double.TryParse(row[table.Bars].Text, CultureInfo.InvariantCulture, out var value) ? value : 0)).ToList();
        page.WriteBars($"{table.Title}: {table.Columns[table.Bars].Header}", table.Columns[table.Bars].Header, id, bars);
    }

    // A mark is a word beside the figure: colour alone says nothing.
    private static HtmlCell CellOf(MonitorCell cell, MonitorColumn column, MonitorWords words) => cell.Mark switch
    {
        Mark.Act => new($"{cell.Text} ({words.Word("act")})", "n act"),
        Mark.Watch => new($"{cell.Text} ({words.Word("watch")})", "n watch"),
        Mark.Small when cell.Text.Length > 0 => new($"{cell.Text} ·", "n"),
        _ => new(cell.Text, column.IsNumber ? "n" : ""),
    };
}
