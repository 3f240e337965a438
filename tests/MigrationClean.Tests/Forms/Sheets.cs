using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Forms;

/// <summary>Forms for tests, from a table in text or from JSON, and a tree as text.</summary>
internal static class Sheets
{
    /// <summary>A form whose survey and choices are tables of <c>|</c>-separated cells, one row a line, headers first.</summary>
    public static Form Form(string survey, string choices = "", string settings = "") =>
        FormReader.Read("form.xlsx", new[] { Grid("survey", survey), Grid("choices", choices), Grid("settings", settings) }.OfType<Grid>());

    /// <summary>The same from JSON text.</summary>
    public static Form Json(string json) => FormReader.Read(JsonForm.Parse("form.json", Encoding.UTF8.GetBytes(json)));

    /// <summary>The refusal that a reading ends with.</summary>
    public static InputException Refused(Func<Form> read) => Assert.Throws<InputException>(() => read());

    /// <summary>A sheet; <see langword="null"/> if the text is blank.</summary>
    public static Grid? Grid(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).SkipWhile(l => l.Length == 0).ToList();
        if (lines.Count == 0) return null;
        var rows = lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var width = rows[0].Length;
        return new("form.xlsx", name, [.. rows[0]], [.. rows
            .Select((cells, i) => new GridRow(i + 1, [.. cells.Take(width).Concat(Enumerable.Repeat("", Math.Max(0, width - cells.Length)))]))
            .Skip(1)
            .Where(row => row.Cells.Any(c => c.Length > 0))]);
    }

    /// <summary>A form's nodes, one a line: path, type or kind of group, first label.</summary>
    public static string Print(Form form) => string.Join('\n', form.Nodes.Select(n => n switch
    {
        Question q => $"{q.Path} {q.Type}{(q.Choices is { } list ? $" {list.Name}" : "")}{Label(q)}",
        Group g => $"{g.Path} {(g.IsRepeat ? "repeat" : "group")}{Label(g)}",
        _ => n.Path,
    }));

    private static string Label(FormNode node) => node.Label.InOrFirst(null) is { } label ? $" [{label}]" : "";
}
