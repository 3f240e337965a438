using System.Text;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>What a sheet says behind its rows and what changes cells: merged cells and hyperlinks.</summary>
internal sealed class SheetTail
{
    private readonly List<((int Row, int Column) From, (int Row, int Column) To)> _merges = [];
    private readonly List<((int Row, int Column) At, string? Id, string? Location)> _links = [];

    /// <summary>First cell (1-based row, 0-based column) of each merged range.</summary>
    public IEnumerable<(int Row, int Column)> MergedAt => _merges.Select(merge => merge.From);

    /// <summary>Reads the bytes behind the rows, which hold neither comments nor CDATA.</summary>
    public static SheetTail Scan(ReadOnlySpan<byte> tail)
    {
        var result = new SheetTail();
        for (var at = tail.IndexOf("<mergeCell "u8); at >= 0; at = tail.IndexOf("<mergeCell "u8))
        {
            tail = tail[(at + 1)..];
            result.AddMerge(Attribute(tail, "ref"));
        }

        for (var at = tail.IndexOf("<hyperlink "u8); at >= 0; at = tail.IndexOf("<hyperlink "u8))
        {
            tail = tail[(at + 1)..];
            result.AddLink(Attribute(tail, "ref"), Attribute(tail, "id"), Attribute(tail, "location"));
        }

        return result;
    }

    /// <summary>Notes a merged range.</summary>
    public void AddMerge(string? range)
    {
        var ends = (range ?? "").Split(':');
        if (ends.Length == 2 && PlaceOf(ends[0]) is { } from && PlaceOf(ends[1]) is { } to) _merges.Add((from, to));
    }

    /// <summary>Notes a hyperlink.</summary>
    public void AddLink(string? range, string? id, string? location)
    {
        if (PlaceOf((range ?? "").Split(':')[0]) is { } at) _links.Add((at, id, location));
    }

    /// <summary>Applies what was noted to the sheet.</summary>
    /// <param name="sheet">The sheet, all rows read.</param>
    /// <param name="workbook">Its workbook.</param>
    /// <param name="part">The sheet's part, whose relationships hold the links' targets.</param>
    public void ApplyTo(SheetBuilder sheet, Workbook workbook, string part)
    {
        foreach (var (from, to) in _merges) sheet.SpreadHeader(from.Column, to.Column, from.Row, to.Row);
        if (_links.Count == 0 || !workbook.IsAsExported) return;

        var targets = _links.Any(static l => l.Id is not null)
            ? Relationship.Of(workbook.Parts, part).Where(static r => r.Kind == "hyperlink").DistinctBy(static r => r.Id).ToDictionary(static r => r.Id, static r => r.Target)
            : [];
        foreach (var (at, id, location) in _links)
        {
            var target = id is null ? null : targets.GetValueOrDefault(id);
            if (PrefixOf(target, location) is { } prefix) sheet.Rewrite(at.Row, at.Column, text => Restored(text, prefix, target));
        }
    }

    /// <summary>Row (1-based) and column (0-based) of a reference such as <c>B7</c>; <see langword="null"/> if it is none.</summary>
    public static (int Row, int Column)? PlaceOf(string reference)
    {
        var letters = 0;
        var column = 0;
        while (letters < reference.Length && letters < 5 && reference[letters] is >= 'A' and <= 'Z') column = (column * 26) + reference[letters++] - 'A' + 1;
        return letters > 0 && int.TryParse(reference.AsSpan(letters), System.Globalization.NumberStyles.None, null, out var row) ? (row, column - 1) : null;
    }

    // The writer of KoBo's exports cuts these three off the text it shows (kobo-exports §7.5).
    private static string? PrefixOf(string? target, string? location) => target switch
    {
        null => location is null ? null : "internal:",
        _ when target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => "mailto:",
        _ when target.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https:", StringComparison.OrdinalIgnoreCase) => null,
        _ when target.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("ftps:", StringComparison.OrdinalIgnoreCase) => null,
        _ => "external:",
    };

    private static string? Restored(string text, string prefix, string? target) =>
        text.StartsWith(prefix, StringComparison.Ordinal) || (target is not null && Uri.UnescapeDataString(target) == text) && prefix == "mailto:" ? null : prefix + text;

    private static string? Attribute(ReadOnlySpan<byte> element, string name)
    {
        var end = element.IndexOf((byte)'>');
        if (end < 0) return null;
        element = element[..end];
        for (var at = 0; at + name.Length + 2 < element.Length; at++)
        {
            // The name may have a prefix: r:id.
            if (element[at] is not ((byte)' ' or (byte)':' or (byte)'\n' or (byte)'\t' or (byte)'\r')) continue;
            if (!element[(at + 1)..].StartsWith(Encoding.ASCII.GetBytes(name)) || element[at + 1 + name.Length] != '=') continue;
            var start = at + name.Length + 3;
            if (start > element.Length) return null;
            var length = element[start..].IndexOf(element[start - 1]);
            if (length < 0) return null;
            var value = element.Slice(start, length).ToArray();
            var decoded = SheetText.DecodeXml(value);
            return decoded < 0 ? null : Encoding.UTF8.GetString(value, 0, decoded);
        }

        return null;
    }
}
