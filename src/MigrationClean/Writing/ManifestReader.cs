using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MigrationClean.Writing;

/// <summary>Reads of a manifest what a comparison needs: the files of the output with their sizes and digests.</summary>
internal static class ManifestReader
{
    private const string Keyed = "hmac-sha256:";

    /// <summary>The files that a manifest names, or <see langword="null"/> where it is not one. A manifest is input: no path leads out of its folder.</summary>
    public static ImmutableArray<ManifestFile>? FilesOf(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            using var json = JsonDocument.Parse(stream);
            var parts = json.RootElement.GetProperty("@graph").EnumerateArray().First(e => Text(e, "@id") == "./").GetProperty("hasPart");
            var named = parts.EnumerateArray().Select(p => Text(p, "@id")).ToHashSet(StringComparer.Ordinal);
            return [.. json.RootElement.GetProperty("@graph").EnumerateArray().Where(e => named.Contains(Text(e, "@id"))).Select(FileOf).Where(f => IsInside(f.Path))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ManifestFile FileOf(JsonElement entity)
    {
        var identifier = Text(entity, "identifier");
        return new(
            Uri.UnescapeDataString(Text(entity, "@id")),
            long.TryParse(Text(entity, "contentSize"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : -1,
            Text(entity, "sha256"),
            identifier.StartsWith(Keyed, StringComparison.Ordinal) ? identifier[Keyed.Length..] : "");
    }

    private static bool IsInside(string path) =>
        !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains('\0', StringComparison.Ordinal) && path.Split('/').All(p => p is not ("" or "." or ".."));

    private static string Text(JsonElement entity, string name) => entity.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
