using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Submissions;

/// <summary>Forms and exports written down as small tables: a row a line, cells apart by <c>|</c>.</summary>
internal static class MadeUp
{
    /// <summary>A form.</summary>
    /// <param name="survey">Header row, then a row each.</param>
    /// <param name="choices">The same.</param>
    /// <param name="version">The settings' version.</param>
    public static Form Form(string survey, string choices = "list_name|name|label", string version = "v1")
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["survey"] = Rows(survey),
            ["choices"] = Rows(choices),
            ["settings"] = new[] { new Dictionary<string, string> { ["form_id"] = "f", ["version"] = version } },
        });
        return FormReader.Read(InputFile.FromStream("form.json", () => new MemoryStream(json)));
    }

    /// <summary>A text file with semicolons as KoBo writes it, or another separator.</summary>
    public static RawExport Csv(string table, char separator = ';', string file = "export.csv")
    {
        var text = new StringBuilder();
        foreach (var line in Lines(table))
            text.AppendJoin(separator, line.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return ExportReader.Read(InputFile.FromStream(file, () => new MemoryStream(bytes)), new ReadOptions { Threads = 1 });
    }

    /// <summary>A workbook, or an archive of text files.</summary>
    public static RawExport Book(ContainerKind kind, params (string Name, string Table)[] sheets) => new()
    {
        File = "export.xlsx",
        Kind = kind,
        Sha256 = new('0', 64),
        Length = 1,
        Sheets = [.. sheets.Select(s => Sheet(s.Name, s.Table))],
    };

    /// <summary>The submissions as canonical lines.</summary>
    public static string[] Lines(SubmissionSet submissions)
    {
        using var output = new MemoryStream();
        NdjsonWriter.Write(submissions, output);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Codes and variants of findings.</summary>
    public static string[] Found(SubmissionSet submissions, string family) =>
        [.. submissions.Findings.Where(f => f.Check.Code.StartsWith(family, StringComparison.Ordinal)).Select(f => $"{f.MessageKey} {f.Location.Column ?? f.Question}".Trim())];

    private static Sheet Sheet(string name, string table)
    {
        var lines = Lines(table).ToList();
        var headers = lines.Count == 0 ? [] : lines[0];
        return new()
        {
            File = "export.xlsx",
            Name = name,
            Headers = [.. headers],
            Columns = [.. headers.Select((_, i) => Column.FromTexts(lines.Skip(1).Select(l => l[i])))],
            RowCount = Math.Max(0, lines.Count - 1),
            Places = new(2),
        };
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        var lines = Lines(table).ToList();
        return lines.Skip(1).Select(line => lines[0].Zip(line).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
    }

    private static IEnumerable<string[]> Lines(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Trim().Length > 0).Select(l => l.TrimEnd('\r').TrimStart().Split('|'));
}
