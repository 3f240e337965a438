using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrationClean.Anonymisation;
using MigrationClean.Cleaning;

namespace MigrationClean.Writing;

/// <summary>What the head of the audit trail says: plain hashes, which are for the owner alone.</summary>
internal sealed record AuditHead
{
    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    /// <summary>SHA-256 of each export, by id in the manifest.</summary>
    public ImmutableArray<(string Id, string Sha256)> Raw { get; init; } = [];

    /// <summary>SHA-256 of forms, plan and settings, by id in the manifest.</summary>
    public ImmutableArray<(string Id, string Sha256)> Others { get; init; } = [];

    /// <summary>The files of <c>restricted/</c> written so far.</summary>
    public ImmutableArray<ManifestFile> Files { get; init; } = [];
}

/// <summary>
/// Writes <c>restricted/audit.jsonl</c>: canonical JSON (keys sorted, no blanks), one event a line, each with the hash of the one before (cleaning §7).
/// The first line holds the plain hashes of inputs and restricted files.
/// </summary>
internal sealed class AuditTrail
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _stream;
    private string _previous = "";
    private int _sequence;

    private AuditTrail(Stream stream) => _stream = stream;

    /// <summary>Writes the trail of a run: head, what was done to columns, removed submissions, counts.</summary>
    /// <param name="head">The head.</param>
    /// <param name="treatments">What was done to each column; never a value.</param>
    /// <param name="removals">What was removed.</param>
    /// <param name="at">The instant of <c>--now</c> in ISO 8601, or "".</param>
    /// <param name="stream">Where to; UTF-8, LF.</param>
    public static void Write(AuditHead head, IEnumerable<ColumnTreatment> treatments, IEnumerable<Removal> removals, string at, Stream stream)
    {
        var trail = new AuditTrail(stream);
        var first = HeadLine(head);
        trail._previous = Hash("", first);
        trail.AddLine(first);
        var (anonymised, removed) = (0, 0);
        foreach (var removal in removals.OrderBy(r => r.Row))
        {
            trail.AddEvent(at, "removed", ("check_ids", removal.CheckCodes), ("reason", DeletionLog.Word(removal.Reason)), ("uuid", removal.SubmissionId ?? ""));
            removed++;
        }

        foreach (var treatment in treatments)
        {
            trail.AddEvent(
                at,
                "anonymised",
                ("blanked", Number(treatment.Blanked)),
                ("method", treatment.Method),
                ("parameters", treatment.Parameters),
                ("question", treatment.Column),
                ("table", treatment.Table ?? ""));
            anonymised++;
        }

        trail.AddEvent(at, "end", ("anonymised", Number(anonymised)), ("removed", Number(removed)));
    }

    /// <summary>Recomputes the chain.</summary>
    /// <returns>1-based number of the first line that does not fit, or 0.</returns>
    public static int FirstBroken(Stream trail)
    {
        using var reader = new StreamReader(trail, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadLine() is not { } head) return 1;
        var previous = Hash("", head);
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (ParsedEvent(line) is not { } parsed || parsed["hash"] is not JsonValue hash || parsed["prev"] is not JsonValue before) return number;
            if (before.ToString() != previous) return number;
            previous = hash.ToString();
            parsed.Remove("hash");
            if (previous != Hash(before.ToString(), parsed.ToJsonString(Canonical))) return number;
        }

        return 0;
    }

    private static JsonObject? ParsedEvent(string line)
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

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string previous, string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + line)));

    private static string HeadLine(AuditHead head)
    {
        var json = new JsonObject
        {
            ["files"] = Sorted(head.Files.Select(f => (f.Path, f.Sha256))),
            ["format"] = "1",
            ["inputs"] = Sorted(head.Raw.Concat(head.Others)),
            ["tool"] = head.Tool,
        };
        return json.ToJsonString(Canonical);
    }

    private static JsonObject Sorted(IEnumerable<(string Name, string Value)> texts)
    {
        var json = new JsonObject();
        foreach (var (name, value) in texts.OrderBy(t => t.Name, StringComparer.Ordinal)) json[name] = value;
        return json;
    }

    private void AddEvent(string at, string cause, params ImmutableArray<(string Name, string Value)> facts)
    {
        SortedDictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["at"] = at,
            ["cause"] = cause,
            ["prev"] = _previous,
            ["seq"] = Number(++_sequence),
        };
        foreach (var (name, value) in facts) all.Add(name, value);

        _previous = Hash(_previous, Line(all));
        all.Add("hash", _previous);
        AddLine(Line(all));
    }

    private static string Line(SortedDictionary<string, string> facts)
    {
        var json = new JsonObject();
        foreach (var (name, value) in facts) json[name] = value;
        return json.ToJsonString(Canonical);
    }

    private void AddLine(string line) => _stream.Write(Encoding.UTF8.GetBytes($"{line}\n"));
}
