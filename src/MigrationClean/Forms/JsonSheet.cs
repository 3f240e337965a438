using System.Collections.Immutable;
using System.Text.Json;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>Reads a list of JSON objects as a sheet: a column a key, in order of first appearance; the first object is row 2.</summary>
internal sealed class JsonSheet
{
    private readonly HeaderNames _names;
    private readonly ImmutableArray<string?> _translations;
    private readonly string _separator;
    private readonly Dictionary<(string Key, int Translation), int> _positions = [];
    private readonly List<Header> _headers = [];

    private JsonSheet(HeaderNames names, ImmutableArray<string?> translations, string separator)
    {
        _names = names;
        _translations = translations;
        _separator = separator;
    }

    /// <summary>Reads a sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A list of objects, or one object: an asset's settings.</param>
    /// <param name="translations">The languages to which lists of texts are parallel; empty in JSON rows.</param>
    public static FormSheet Read(string name, JsonElement value, ImmutableArray<string?> translations)
    {
        IEnumerable<JsonElement> objects = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var hasDouble = objects.Any(o => o.EnumerateObject().Any(p => p.Name.Contains("::", StringComparison.Ordinal)));
        var sheet = new JsonSheet(FormSheet.NamesOf(name), translations, hasDouble ? "::" : ":");
        var rows = objects.Select((o, i) => (Number: i + 2, Cells: sheet.Row(o))).ToList();
        var width = sheet._headers.Count;
        var filled = rows.Where(r => r.Cells.Exists(c => c.Length > 0)).Select(r => new GridRow(r.Number, Padded(r.Cells, width)));
        return new(name, [.. sheet._headers], [.. filled]);
    }

    private static ImmutableArray<string> Padded(List<string> cells, int width) => [.. cells, .. Enumerable.Repeat("", width - cells.Count)];

    private List<string> Row(JsonElement row)
    {
        List<string> cells = [];
        foreach (var property in row.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array && IsTranslatable(property.Name))
            {
                var translation = 0;
                foreach (var text in property.Value.EnumerateArray()) Put(cells, property.Name, translation++, Text(text));
            }
            else
            {
                Put(cells, property.Name, 0, Text(property.Value));
            }
        }

        return cells;
    }

    private bool IsTranslatable(string key) =>
        _names.Resolve(key, _separator) is { Name: { } name, Language: null } && _names.Translatable.Contains(name);

    private void Put(List<string> cells, string key, int translation, string text)
    {
        // Texts beyond the languages are KoBo's own leftovers; nobody sees them.
        if (translation > 0 && translation >= _translations.Length) return;
        if (!_positions.TryGetValue((key, translation), out var position))
        {
            position = _headers.Count;
            _positions.Add((key, translation), position);
            var header = _names.Resolve(CellText.Collapse(key.Trim()), _separator);
            var isTranslated = header is { Name: { } name, Language: null } && _names.Translatable.Contains(name) && translation < _translations.Length;
            _headers.Add(isTranslated ? header with { Language = _translations[translation] } : header);
        }

        while (cells.Count <= position) cells.Add("");
        cells[position] = text;
    }

    /// <summary>
    /// Numbers and <c>true</c>/<c>false</c> as their JSON text; the old <c>{"select_one":"list"}</c> as <c>select_one list</c>; lists joined by blanks.
    /// </summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => CellText.Trim(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Take(1).Select(p => $"{p.Name} {Text(p.Value)}")),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text)),
        _ => "",
    };
}
