using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest.Json;

/// <summary>Reads KoBo's data JSON: an object with <c>results</c> or <c>data</c>, a page of one, or a bare list of submissions.</summary>
internal static class JsonReading
{
    private static readonly CheckId Missing = new("FILE-09", "file-sheet-missing");

    /// <summary>Reads all submissions, and says what was odd.</summary>
    /// <exception cref="InputException">FILE-02: other JSON, named; FILE-04, -05, -06.</exception>
    public static (ImmutableArray<Sheet> Sheets, ImmutableArray<Finding> Findings) Read(Stream utf8, Location location)
    {
        var pieces = new JsonPieces(utf8, location);
        var submissions = new JsonSubmissions(location);
        var findings = ImmutableArray<Finding>.Empty;
        var first = pieces.Token();
        if (first == JsonTokenType.StartArray) ReadList(pieces, submissions, location);
        else if (first == JsonTokenType.StartObject) findings = ReadObject(pieces, submissions, location);
        else throw Other("json", location);

        if (pieces.Token() != JsonTokenType.None) throw pieces.Damaged(0);
        return (submissions.Build(), [.. findings, .. submissions.Findings()]);
    }

    private static void ReadList(JsonPieces pieces, JsonSubmissions submissions, Location location)
    {
        while (true)
        {
            var kind = pieces.Value(out var bytes);
            if (kind == JsonTokenType.EndArray) break;
            if (kind != JsonTokenType.StartObject) throw Other("json", location);
            submissions.Add(bytes);
            if (submissions.Count == 1 && !submissions.AreSubmissions) throw Other("json", location);
        }
    }

    private static ImmutableArray<Finding> ReadObject(JsonPieces pieces, JsonSubmissions submissions, Location location)
    {
        var found = false;
        var isError = false;
        var isPage = false;
        var count = 0L;
        while (pieces.Token(out var key) == JsonTokenType.PropertyName)
        {
            if (key is "features") throw Other("geojson", location);
            if (key is "survey") throw Other("form", location);
            if (key is "results" or "data" && !found && pieces.Token() == JsonTokenType.StartArray)
            {
                found = true;
                ReadList(pieces, submissions, location);
                continue;
            }

            if (key is "results" or "data") throw Other("json", location);
            var kind = pieces.Value(out var bytes);
            isError |= key is "detail" or "error" or "error_message" or "non_field_errors";
            if (key is "next" or "previous") isPage |= kind == JsonTokenType.String;
            if (key is "count" && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var told)) count = told;
            if (key is "content" && kind == JsonTokenType.StartObject && HasKey(bytes, "survey")) throw Other("form", location);
            if (key is "type" && bytes.SequenceEqual("\"FeatureCollection\""u8)) throw Other("geojson", location);
        }

        if (!found) throw Other(isError ? "json-error" : "json", location);
        return isPage && count > submissions.Count ? [PageOf(count, submissions.Count, location)] : [];
    }

    private static Finding PageOf(long count, int read, Location location) => new()
    {
        Check = Missing,
        Severity = Severity.Notice,
        Variant = "page",
        Location = location,
        Arguments = [new("n", count.ToString(CultureInfo.InvariantCulture)), new("read", read.ToString(CultureInfo.InvariantCulture))],
    };

    private static bool HasKey(ReadOnlySpan<byte> json, string key)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(key)) return true;
            reader.Skip();
        }

        return false;
    }

    private static InputException Other(string kind, Location location) => new($"FILE-02/{kind}", location);
}
