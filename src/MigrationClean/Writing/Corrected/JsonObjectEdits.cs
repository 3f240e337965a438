using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Ingest.Json;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects the objects of one JSON file: results, and the entries of their repeats.</summary>
/// <param name="sheets">What to change, by sheet.</param>
/// <param name="keys">A sheet's keys by column.</param>
/// <param name="splices">Takes what changes.</param>
internal sealed class JsonObjectEdits(Dictionary<string, SheetEdits> sheets, Dictionary<string, ImmutableArray<string>> keys, List<Splice> splices)
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly bool _entersRepeats = sheets.Keys.Any(static name => name.Length > 0);

    /// <summary>Looks at a result.</summary>
    /// <param name="json">Its object, whole.</param>
    /// <param name="start">Offset of the object in the file.</param>
    /// <returns>Whether it goes.</returns>
    public bool Read(ReadOnlySpan<byte> json, long start)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        reader.Read();
        return Object(ref reader, json, start, "", parentGoes: false);
    }

    private bool Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, long offset, string sheet, bool parentGoes)
    {
        var row = _rows[sheet] = _rows.GetValueOrDefault(sheet) + 1;
        var edits = sheets.GetValueOrDefault(sheet);
        var cells = edits?.Of(row) ?? [];
        var goes = (edits?.Removes(row) ?? false) || parentGoes;
        var byKey = cells.ToDictionary(c => keys[sheet][c.Column - 1], StringComparer.Ordinal);
        var inside = offset + reader.BytesConsumed;
        var members = new List<JsonPiece>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        var isTouched = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, keyEnd) = (offset + reader.TokenStartIndex, offset + reader.TokenStartIndex + reader.ValueSpan.Length + 2);
            var blanked = false;
            var path = "";
            if (_entersRepeats && JsonSubmissions.IsRepeat(reader, out path)) blanked = Repeat(ref reader, json, offset, path, goes);
            else if (cells.Count > 0 && reader.GetString() is { } key && byKey.TryGetValue(key, out var edit)) blanked = Value(ref reader, offset, edit, !met.Add(key), goes);
            else reader.Skip();
            isTouched |= blanked;
            members.Add(new(start, keyEnd, offset + reader.BytesConsumed, blanked));
        }

        var added = cells.Where(c => !string.IsNullOrEmpty(c.Value) && !met.Contains(keys[sheet][c.Column - 1])).ToList();
        if (goes || (!isTouched && added.Count == 0)) return goes;
        var separator = members.Count < 2 ? "," : Text(json, members[^2].End - offset, members[^1].Start - offset);
        var colon = ColonOf(json, members, offset);
        splices.AddRange(JsonRuns.Of(members, inside, [.. added.Select(c => Quoted(keys[sheet][c.Column - 1]) + colon + Quoted(c.Value!))], separator));
        return false;
    }

    // Whether nothing of the repeat is left: a repeat without entries is absent, as an unanswered question is.
    private bool Repeat(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, long offset, string path, bool goes)
    {
        reader.Read();
        var inside = offset + reader.BytesConsumed;
        var entries = new List<JsonPiece>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = offset + reader.TokenStartIndex;
            var entryGoes = Object(ref reader, json, offset, path, goes);
            entries.Add(new(start, start, offset + reader.BytesConsumed, entryGoes));
        }

        if (entries.TrueForAll(static e => e.Goes)) return true;
        if (entries.Exists(static e => e.Goes)) splices.AddRange(JsonRuns.Of(entries, inside, [], ""));
        return false;
    }

    // Whether the key goes: it is blanked, or stands a second time, where the reader does not look.
    private bool Value(ref Utf8JsonReader reader, long offset, CellEdit edit, bool isSecond, bool goes)
    {
        reader.Read();
        var (start, kind) = (offset + reader.TokenStartIndex, reader.TokenType);
        reader.Skip();
        if (isSecond || string.IsNullOrEmpty(edit.Value)) return true;
        if (!goes) splices.Add(new(start, offset + reader.BytesConsumed, Encoding.UTF8.GetBytes(IsWrittenBare(kind, edit.Value) ? edit.Value : Quoted(edit.Value))));
        return false;
    }

    // Numbers and booleans stay such where the new value is one; lists and objects that the server added are one cell as they are written.
    private static bool IsWrittenBare(JsonTokenType old, string value)
    {
        if (old is JsonTokenType.String or JsonTokenType.Null) return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value));
        try
        {
            if (!reader.Read() || reader.TokenStartIndex > 0) return false;
            var kind = reader.TokenType;
            reader.Skip();
            if (reader.BytesConsumed < Encoding.UTF8.GetByteCount(value) || reader.Read()) return false;
            return old switch
            {
                JsonTokenType.True or JsonTokenType.False => kind is JsonTokenType.True or JsonTokenType.False,
                JsonTokenType.StartArray or JsonTokenType.StartObject => kind is JsonTokenType.StartArray or JsonTokenType.StartObject,
                _ => kind == old,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // What stands between key and value: a colon, and blanks as this file has them.
    private static string ColonOf(ReadOnlySpan<byte> json, List<JsonPiece> members, long offset)
    {
        if (members.Count == 0) return ":";
        var rest = json[(int)(members[^1].KeyEnd - offset)..];
        var length = rest.IndexOfAnyExcept(" \t\r\n:"u8);
        return Encoding.UTF8.GetString(rest[..length]);
    }

    private static string Text(ReadOnlySpan<byte> json, long from, long to) => Encoding.UTF8.GetString(json[(int)from..(int)to]);

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
