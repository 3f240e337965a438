using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Json;

/// <summary>Spreads submissions of KoBo's API out into a main table and one per repeat (kobo-exports §14.1).</summary>
internal sealed class JsonSubmissions(Location location)
{
    // Lists and objects that the server adds: kept as they are, in one cell.
    private static readonly string[] ServerLists = ["_attachments", "_geolocation", "_tags", "_notes", "_validation_status", "_supplementalDetails"];

    private static readonly string[] ServerColumns = ["_uuid", "_id", "meta/instanceID", "_submission_time", "__id"];

    private static readonly CheckId Ragged = new("FILE-07", "file-ragged");

    private readonly List<JsonTable> _tables = [new(null, null)];
    private readonly Dictionary<string, JsonTable> _repeats = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Count, int FirstRow)> _joined = new(StringComparer.Ordinal);
    private readonly ByteList _text = new();

    /// <summary>Submissions added.</summary>
    public int Count => _tables[0].Row + 1;

    /// <summary>Whether the objects added are submissions: they have at least one of the columns that every server adds.</summary>
    public bool AreSubmissions => Count == 0 || ServerColumns.Any(_tables[0].Has);

    /// <summary>Adds a submission.</summary>
    /// <param name="bytes">Its JSON object, whole.</param>
    /// <exception cref="InputException">FILE-04, -05, -06.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes)) throw new InputException("FILE-06/decode", location with { Row = Count + 1 });
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64 });
        reader.Read();
        try
        {
            AddRow(ref reader, bytes, _tables[0]);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is no text.
            throw new InputException("FILE-06/decode", location with { Row = Count });
        }
    }

    /// <summary>The finished sheets: the main part first, repeats in the order of their first rows.</summary>
    public ImmutableArray<Sheet> Build() => [.. _tables.Select(t => t.Build(location.File))];

    /// <summary>What was odd.</summary>
    public ImmutableArray<Finding> Findings() =>
    [
        .. _joined.Select(entry => new Finding
        {
            Check = Ragged,
            Severity = Severity.Warning,
            Variant = "repeated-answer",
            Location = location with { Row = entry.Value.FirstRow, Column = entry.Key },
            Question = entry.Key,
            Arguments = [new("question", entry.Key), new("n", entry.Value.Count.ToString(CultureInfo.InvariantCulture))],
        }),
    ];

    private void AddRow(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, JsonTable table)
    {
        table.BeginRow();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (RepeatAt(reader, table) is { } repeat)
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) AddRow(ref reader, bytes, repeat);
                continue;
            }

            if (IsEmptyList(reader))
            {
                reader.Read();
                reader.Skip();
                continue;
            }

            var column = table.ColumnOf(reader, location);
            reader.Read();
            AddValue(ref reader, bytes, table, column);
        }
    }

    /// <summary>Whether the reader stands on the key of a repeat: of a list of objects that the server did not add.</summary>
    /// <param name="reader">Where to look from; it stays where it is.</param>
    /// <param name="path">The key; empty if it is none.</param>
    internal static bool IsRepeat(Utf8JsonReader reader, out string path)
    {
        var key = reader;
        path = "";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        var name = key.GetString()!;
        if (ServerLists.Contains(name, StringComparer.Ordinal)) return false;
        while (reader.TokenType == JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.EndArray) return false;
        path = name;
        return true;
    }

    private JsonTable? RepeatAt(Utf8JsonReader reader, JsonTable table)
    {
        if (!IsRepeat(reader, out var path)) return null;
        if (_repeats.TryGetValue(path, out var repeat)) return repeat;
        repeat = new(path, table);
        _repeats.Add(path, repeat);
        _tables.Add(repeat);
        return repeat;
    }

    // A repeat without rows makes no column of its name.
    private static bool IsEmptyList(Utf8JsonReader reader)
    {
        var key = reader;
        return reader.Read() && reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.EndArray
            && !ServerLists.Contains(key.GetString()!, StringComparer.Ordinal);
    }

    private void AddValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, JsonTable table, int column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _text.Clear();
                AppendText(reader);
                table.Set(column, _text.Span, CellKinds.Text);
                break;
            case JsonTokenType.Number:
                table.Set(column, reader.ValueSpan, CellKinds.Number);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                table.Set(column, reader.ValueSpan, CellKinds.Boolean);
                break;
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartArray when IsListOfTexts(reader):
                Join(ref reader, table, column);
                break;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var value = bytes[start..(int)reader.BytesConsumed];
                _text.Clear();
                AppendCompact(value);
                table.Set(column, _text.Span, CellKinds.Text);
                break;
        }
    }

    private static bool IsListOfTexts(Utf8JsonReader reader)
    {
        var any = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.String) any = true;
        return any && reader.TokenType == JsonTokenType.EndArray;
    }

    private void Join(ref Utf8JsonReader reader, JsonTable table, int column)
    {
        var header = table.HeaderOf(column);
        var isServers = ServerLists.Contains(header, StringComparer.Ordinal);
        _text.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_text.Length > 0) _text.Append(" "u8);
            AppendText(reader);
        }

        table.Set(column, _text.Span, CellKinds.Text);
        if (isServers) return;
        var (count, first) = _joined.GetValueOrDefault(header, (0, Count));
        _joined[header] = (count + 1, first);
    }

    private void AppendText(in Utf8JsonReader reader)
    {
        var room = _text.Reserve(reader.ValueSpan.Length);
        _text.Commit(reader.CopyString(room));
    }

    // Blanks outside texts mean nothing; everything else stays as it is written.
    private void AppendCompact(ReadOnlySpan<byte> json)
    {
        var room = _text.Reserve(json.Length);
        var length = 0;
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (!inText && b is ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) continue;
            if (b == '"') inText = !inText;
            room[length++] = b;
            if (b == '\\' && inText) room[length++] = json[++i];
        }

        _text.Commit(length);
    }
}
