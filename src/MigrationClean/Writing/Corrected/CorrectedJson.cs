using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Json;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects KoBo's data JSON: everything that no edit touches keeps its bytes.</summary>
/// <remarks>
/// Rows and columns are counted as <see cref="JsonSubmissions"/> counts them: sheets are the repeats' paths, rows the results or a repeat's entries over all
/// results, columns the keys in the order in which they appear first.
/// </remarks>
internal sealed class CorrectedJson
{
    private readonly Dictionary<string, SheetEdits> _sheets;
    private readonly List<Splice> _splices = [];
    private readonly JsonObjectEdits _objects;

    private CorrectedJson(Dictionary<string, SheetEdits> sheets, ImmutableArray<Sheet> read)
    {
        _sheets = sheets;
        _objects = new(sheets, read.ToDictionary(static s => s.Name ?? "", static s => s.Headers, StringComparer.Ordinal), _splices);
    }

    /// <summary>What changes in a text.</summary>
    /// <param name="utf8">The text from its beginning.</param>
    /// <param name="sheets">What to change, by sheet.</param>
    /// <param name="read">The sheets that the reader makes of the text: their headers are the keys by column.</param>
    /// <param name="location">The file.</param>
    /// <exception cref="InputException">FILE-04: no JSON any more.</exception>
    public static List<Splice> Plan(Stream utf8, Dictionary<string, SheetEdits> sheets, ImmutableArray<Sheet> read, Location location)
    {
        var json = new CorrectedJson(sheets, read);
        var pieces = new JsonPieces(utf8, location);
        if (pieces.Token() == JsonTokenType.StartArray) json.Results(pieces);
        else json.Root(pieces);
        foreach (var sheet in sheets.Values) sheet.ThrowUnmet();
        return json._splices;
    }

    private void Root(JsonPieces pieces)
    {
        var found = false;
        (long Start, long End, string Told)? count = null;
        var (results, removed) = (0, 0);
        while (pieces.Token(out var key) == JsonTokenType.PropertyName)
        {
            if (key is "results" or "data" && !found)
            {
                found = true;
                pieces.Token();
                (results, removed) = Results(pieces);
                continue;
            }

            var kind = pieces.Value(out var bytes);
            if (key is "count" && kind == JsonTokenType.Number) count = (pieces.Offset - bytes.Length, pieces.Offset, Encoding.ASCII.GetString(bytes));
        }

        // The server's own count of what is here; where it counts further pages it stays.
        if (removed > 0 && count is { } told && told.Told == $"{results}") _splices.Add(new(told.Start, told.End, Encoding.ASCII.GetBytes($"{results - removed}")));
    }

    private (int Results, int Removed) Results(JsonPieces pieces)
    {
        var results = new List<JsonPiece>();
        var inside = pieces.Offset;
        var removed = 0;
        while (pieces.Value(out var bytes) != JsonTokenType.EndArray)
        {
            var start = pieces.Offset - bytes.Length;
            var goes = _objects.Read(bytes, start);
            if (goes) removed++;
            results.Add(new(start, start, pieces.Offset, goes));
        }

        if (removed > 0) _splices.AddRange(JsonRuns.Of(results, inside, [], ""));
        return (results.Count, removed);
    }
}
