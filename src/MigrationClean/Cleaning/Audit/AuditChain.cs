using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrationClean.Cleaning.Audit;

/// <summary>
/// Writes an audit trail: canonical JSON (keys sorted, no blanks), one event a line, each with the hash of the one before. A head first, counts and hashes
/// of files last (cleaning §7).
/// </summary>
/// <remarks>A chain shows damage and later edits by someone who does not rewrite the end; it is no signature.</remarks>
internal sealed class AuditChain
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly SortedDictionary<string, SortedDictionary<string, string>> NoMaps = new(StringComparer.Ordinal);

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly SortedDictionary<string, string> _counts = new(StringComparer.Ordinal);
    private int _sequence;

    /// <summary>Begins with the head.</summary>
    /// <param name="stream">Where to; UTF-8, LF.</param>
    /// <param name="texts">Members of the head that are texts.</param>
    /// <param name="maps">Members that are objects of texts.</param>
    public AuditChain(Stream stream, SortedDictionary<string, string> texts, SortedDictionary<string, SortedDictionary<string, string>> maps)
    {
        _stream = stream;
        Render(texts, maps);
        Last = Hash("", _line.WrittenSpan);
        WriteLine();
    }

    /// <summary>The hash of the last line: noted elsewhere, it holds the whole trail.</summary>
    public string Last { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="facts">Its members, <c>cause</c> among them.</param>
    public void Add(SortedDictionary<string, string> facts)
    {
        var cause = facts["cause"];
        _counts[cause] = Number(int.Parse(_counts.GetValueOrDefault(cause, "0"), CultureInfo.InvariantCulture) + 1);
        Add(facts, NoMaps);
    }

    /// <summary>Ends with the counts by cause and the hashes of the files written.</summary>
    /// <param name="at">The instant of <c>--now</c>, or "".</param>
    /// <param name="files">SHA-256 by path.</param>
    public void End(string at, SortedDictionary<string, string> files) => Add(
        new(StringComparer.Ordinal) { ["at"] = at, ["cause"] = "end" },
        new(StringComparer.Ordinal) { ["counts"] = _counts, ["files"] = files });

    /// <summary>SHA-256 over the hash before and a line, lower-case hex.</summary>
    public static string Hash(string previous, ReadOnlySpan<byte> line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(previous));
        hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Add(SortedDictionary<string, string> facts, SortedDictionary<string, SortedDictionary<string, string>> maps)
    {
        facts["prev"] = Last;
        facts["seq"] = Number(++_sequence);
        Render(facts, maps);
        facts["hash"] = Last = Hash(Last, _line.WrittenSpan);
        Render(facts, maps);
        WriteLine();
    }

    private void Render(SortedDictionary<string, string> texts, SortedDictionary<string, SortedDictionary<string, string>> maps)
    {
        _line.Clear();
        using var json = new Utf8JsonWriter(_line, Canonical);
        json.WriteStartObject();
        if (maps.Count == 0)
        {
            foreach (var (name, text) in texts) json.WriteString(name, text);
        }
        else
        {
            foreach (var name in texts.Keys.Concat(maps.Keys).Order(StringComparer.Ordinal))
            {
                if (texts.TryGetValue(name, out var text)) json.WriteString(name, text);
                else Render(json, name, maps[name]);
            }
        }

        json.WriteEndObject();
    }

    private static void Render(Utf8JsonWriter json, string name, SortedDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in map) json.WriteString(key, text);
        json.WriteEndObject();
    }

    private void WriteLine()
    {
        _stream.Write(_line.WrittenSpan);
        _stream.WriteByte((byte)'\n');
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
