using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrationClean.Cleaning.Audit;

/// <summary>An audit trail as it was read.</summary>
internal sealed record AuditFile
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether it is an audit trail at all: its first line is a head.</summary>
    public bool IsTrail { get; private init; }

    /// <summary>1-based number of the first line that does not fit the one before, or 0. A trail without its last line breaks after what is there.</summary>
    public int FirstBroken { get; private init; }

    /// <summary>The events in order, without the last line.</summary>
    public ImmutableArray<AuditEvent> Events { get; private init; } = [];

    /// <summary>SHA-256 of each file that the last line names.</summary>
    public ImmutableDictionary<string, string> Files { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The hash of the last line.</summary>
    public string Last { get; private init; } = "";

    /// <summary>Reads a trail and recomputes its chain. O(bytes).</summary>
    public static AuditFile Read(Stream trail)
    {
        using var reader = new StreamReader(trail, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadLine() is not { } head || Parsed(head) is not { } first || !first.ContainsKey("format")) return new() { FirstBroken = 1 };
        var previous = AuditChain.Hash("", Encoding.UTF8.GetBytes(head));
        var events = ImmutableArray.CreateBuilder<AuditEvent>();
        var files = ImmutableDictionary<string, string>.Empty;
        var (number, broken, hasEnd) = (1, 0, false);
        while (reader.ReadLine() is { } line)
        {
            number++;
            var hash = "";
            if (hasEnd || Parsed(line) is not { } json || !Fits(json, previous, out hash))
            {
                if (broken == 0) broken = number;
                json = Parsed(line);
            }

            previous = hash;
            hasEnd = json is not null && Text(json, "cause") == "end";
            if (hasEnd) files = FilesOf(json!);
            else if (json is not null) events.Add(EventOf(json));
        }

        if (broken == 0 && !hasEnd) broken = number + 1;
        return new() { IsTrail = true, FirstBroken = broken, Events = events.ToImmutable(), Files = files, Last = previous };
    }

    private static bool Fits(JsonObject json, string previous, out string hash)
    {
        hash = Text(json, "hash");
        if (Text(json, "prev") != previous || hash.Length == 0) return false;
        json.Remove("hash");
        return hash == AuditChain.Hash(previous, Encoding.UTF8.GetBytes(json.ToJsonString(Canonical)));
    }

    private static AuditEvent EventOf(JsonObject json) => new()
    {
        Cause = Text(json, "cause"),
        EntryId = Text(json, "entry_id"),
        CheckIds = Text(json, "check_ids"),
        Uuid = Text(json, "uuid"),
        Table = Text(json, "table"),
        RowPath = Text(json, "row_path"),
        Question = Text(json, "question"),
        Old = Text(json, "old"),
        New = Text(json, "new"),
        Actor = Text(json, "actor"),
        At = Text(json, "at"),
        IsUnverified = Text(json, "unverified") == "yes",
        Reason = Text(json, "reason"),
    };

    private static ImmutableDictionary<string, string> FilesOf(JsonObject json) => json["files"] is JsonObject files
        ? files.ToImmutableDictionary(f => f.Key, f => f.Value?.ToString() ?? "", StringComparer.Ordinal)
        : ImmutableDictionary<string, string>.Empty;

    private static string Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static JsonObject? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
