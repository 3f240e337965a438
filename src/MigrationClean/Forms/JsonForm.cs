using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Forms;

/// <summary>A form in JSON: a KoBo asset, a version of one, its bare content, or JSON rows (machine-interfaces §2, kobo-exports §14.2).</summary>
internal static class JsonForm
{
    private const int LooksAt = 4096;

    /// <summary>Whether the bytes begin like JSON: after a byte order mark and blanks comes <c>{</c> or <c>[</c>.</summary>
    public static bool IsJson(InputFile file)
    {
        using var stream = new OpenedInput(file);
        var start = new byte[LooksAt];
        var text = Decode(start.AsSpan(0, stream.ReadAtLeast(start, LooksAt, throwOnEndOfStream: false))).TrimStart();
        return text.StartsWith('{') || text.StartsWith('[');
    }

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="InputException">FILE-04: broken JSON; FILE-05: too large; FILE-02: JSON that is no form.</exception>
    public static FormSource Read(InputFile file)
    {
        using var bytes = new MemoryStream();
        using (var stream = new OpenedInput(file))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
                if (bytes.Length + read > FormLimits.JsonBytes) throw Refusal(file.Name, "FILE-05/form-json", new FindingArgument("limit", "512"));
        }

        return Parse(file.Name, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Reads a form from JSON text.</summary>
    /// <exception cref="InputException">FILE-04: broken JSON; FILE-02: JSON that is no form.</exception>
    public static FormSource Parse(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(Decode(bytes));
            return Read(file, json.RootElement);
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            throw new InputException("FILE-04/form-json", new() { File = file, Line = (int)line }, new FindingArgument("line", line.ToString()));
        }
        catch (InvalidOperationException)
        {
            // JsonDocument says so on half a surrogate pair (\ud800), and only when the text is asked for.
            throw Refusal(file, "FILE-04/form-json-text");
        }
    }

    private static FormSource Read(string file, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) throw NoForm(file, HoldsSubmissions(root));
        if (root.ValueKind != JsonValueKind.Object) throw NoForm(file, isExport: false);
        if (root.TryGetProperty("results", out var results)) throw NoForm(file, HoldsSubmissions(results));
        if (root.TryGetProperty("features", out _)) throw NoForm(file, isExport: true);

        var isAsset = root.TryGetProperty("content", out var content);
        if (!isAsset) content = root;
        if (content.ValueKind != JsonValueKind.Object) throw NoForm(file, isExport: false);

        ImmutableArray<string?> translations = content.TryGetProperty("translations", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.String ? t.GetString()?.Trim() : null)]
            : [];
        var sheets = content.EnumerateObject().Where(IsSheet).Select(p => JsonSheet.Read(p.Name, p.Value, translations)).ToImmutableArray();
        if (sheets.IsEmpty) throw NoForm(file, IsSubmission(root));

        return new(file, sheets)
        {
            Title = isAsset ? Text(root, "name") : null,
            Uid = isAsset && root.TryGetProperty("version_id", out _) ? Text(root, "uid") : null,
            VersionUid = isAsset ? Text(root, "version_id") ?? Text(root, "uid") : null,
            Translations = translations,
        };
    }

    private static readonly ImmutableArray<string> SubmissionKeys = ["_uuid", "_id", "__id", "_submission_time", "meta/instanceID"];

    private static bool HoldsSubmissions(JsonElement list) => list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Take(1).Any(IsSubmission);

    private static bool IsSubmission(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && SubmissionKeys.Any(name => element.TryGetProperty(name, out _));

    private static bool IsSheet(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.Name is not "translations" and not "translated"
            && property.Value.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object),
        JsonValueKind.Object => property.Name == "settings",
        _ => false,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static InputException NoForm(string file, bool isExport) => Refusal(file, isExport ? "FILE-02/form-export" : "FILE-02/form-kind");

    private static InputException Refusal(string file, string key, params ImmutableArray<FindingArgument> arguments) =>
        new(key, new() { File = file }, arguments);

    /// <summary>UTF-8, or UTF-16 with its mark. Bytes that are neither become U+FFFD, which JSON allows in texts alone.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => Encoding.UTF8.GetString(bytes),
    };
}
