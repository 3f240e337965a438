using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Terminal;

/// <summary>A place in words: <c>export.xlsx, sheet `household`, row 131, column `sex`</c>.</summary>
internal static class Places
{
    /// <summary>Whether the place says more than the file.</summary>
    public static bool IsInside(Location location) => location is not { Sheet: null, Row: null, Line: null, Column: null };

    /// <summary>The place in the reader's language.</summary>
    public static string Text(Location location, Messages texts)
    {
        List<string> parts = [location.File];
        if (location.Sheet is { } sheet) parts.Add(texts.Text("text/place/sheet", "text", [new("sheet", sheet)]));
        if (location.Line is { } line) parts.Add(texts.Text("text/place/line", "text", [new("line", line.ToString())]));
        else if (location.Row is { } row) parts.Add(texts.Text("text/place/row", "text", [new("row", row.ToString())]));
        if (location.Column is { } column) parts.Add(texts.Text("text/place/column", "text", [new("column", column)]));
        else if (location.ColumnNumber is { } number) parts.Add(texts.Text("text/place/column-number", "text", [new("column", number.ToString())]));
        return string.Join(", ", parts);
    }
}
