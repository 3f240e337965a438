using System.Collections.Immutable;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Reporting;

/// <summary>What a manifest says of one column.</summary>
/// <param name="File">File of the release, e.g. <c>share/main.csv</c>; <see langword="null"/> for what was left out.</param>
/// <param name="Name">The column; of what was left out the question.</param>
/// <param name="Role">Its role in the plan, or <c>made</c>.</param>
/// <param name="Method">Method and parameters, or <c>made</c>.</param>
/// <param name="Blanked">Number of cells blanked as the manifest writes it, <c>&lt;10</c> for few; <see langword="null"/> for what was left out.</param>
internal sealed record ManifestColumn(string? File, string Name, string Role, string Method, string? Blanked);

/// <summary>The columns that a manifest lists, with the level and kind of the release (machine-interfaces §12).</summary>
internal sealed class ManifestColumns
{
    private readonly Dictionary<string, JsonElement> _entities = new(StringComparer.Ordinal);

    private ManifestColumns(InputFile file, JsonElement graph)
    {
        foreach (var entity in graph.EnumerateArray()) _entities.TryAdd(Text(entity, "@id"), entity);
        var parts = _entities["./"].GetProperty("hasPart").EnumerateArray().Select(part => Text(part, "@id"));
        List = [.. parts.SelectMany(id => Measured(id, Uri.UnescapeDataString(id))), .. Measured("./", null)];
        (Level, Kind, KeyId) = (Fact("release.level"), Fact("release.kind"), Fact("key.id"));
        Source = file.Name;
    }

    /// <summary>The manifest's name as typed.</summary>
    public string Source { get; }

    /// <summary>The level, e.g. <c>public</c>.</summary>
    public string Level { get; }

    /// <summary><c>trial</c> or <c>release</c>.</summary>
    public string Kind { get; }

    /// <summary>Id of the key, <c>run</c> for one of that run.</summary>
    public string KeyId { get; }

    /// <summary>The columns of the files in the manifest's order, then what was left out.</summary>
    public ImmutableArray<ManifestColumn> List { get; }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InputException"><c>explain/no-manifest</c>: it is none.</exception>
    public static ManifestColumns Read(InputFile file)
    {
        try
        {
            using var stream = file.Open();
            using var json = JsonDocument.Parse(stream);
            return new(file, json.RootElement.GetProperty("@graph").Clone());
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException("explain/no-manifest", new() { File = file.Name });
        }
    }

    /// <summary>The columns of a question: its own, one for each choice (<c>needs/food</c>), its duration.</summary>
    public ImmutableArray<ManifestColumn> Of(string question) =>
        [.. List.Where(c => c.Name == question || c.Name.StartsWith($"{question}/", StringComparison.Ordinal) || c.Name == $"{question}_duration")];

    private IEnumerable<ManifestColumn> Measured(string id, string? file)
    {
        if (!_entities.TryGetValue(id, out var entity) || !entity.TryGetProperty("variableMeasured", out var columns)) yield break;
        foreach (var reference in columns.EnumerateArray())
        {
            var column = _entities[Text(reference, "@id")];
            var blanked = column.TryGetProperty("value", out var value) ? value.ToString() : null;
            yield return new(file, Text(column, "name"), Text(column, "propertyID"), Text(column, "measurementTechnique"), blanked);
        }
    }

    private string Fact(string name) => _entities.Values.FirstOrDefault(e => Text(e, "name") == name) is { ValueKind: JsonValueKind.Object } fact ? Text(fact, "value") : "";

    private static string Text(JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
