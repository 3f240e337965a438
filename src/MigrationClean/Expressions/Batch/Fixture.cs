using System.Collections.Frozen;
using System.Text.Json;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Batch;

/// <summary>An instance that lines refer to by name: its XML and what a form would say of it.</summary>
internal sealed class Fixture
{
    /// <summary>No instance at all.</summary>
    public static Fixture None { get; } = new();

    /// <summary>The fixture as it stands in the file: of a form, the form.</summary>
    public JsonElement Source { get; private init; }

    /// <summary>The main instance; <see langword="null"/> where there is none.</summary>
    public XmlTree? Tree { get; init; }

    /// <summary>Types by path.</summary>
    public IReadOnlyDictionary<string, BindType> Types { get; init; } = FrozenDictionary<string, BindType>.Empty;

    /// <summary>Lists and files by id.</summary>
    public IReadOnlyDictionary<string, XmlInstance> Secondary { get; init; } = FrozenDictionary<string, XmlInstance>.Empty;

    /// <summary>The zone, or <see langword="null"/>.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Reads a fixture.</summary>
    /// <exception cref="FormatException">It is wrong; the message is the field's name.</exception>
    public static Fixture Read(JsonElement source)
    {
        if (source.ValueKind != JsonValueKind.Object) throw new FormatException("fixture");
        return new()
        {
            Source = source,
            Tree = source.Text("xml") is { } xml ? Parse(xml, "xml") : null,
            Types = TypesOf(source),
            Secondary = SecondaryOf(source),
            Zone = ZoneOf(source),
        };
    }

    /// <summary>The instances under <c>secondary</c>.</summary>
    public static FrozenDictionary<string, XmlInstance> SecondaryOf(JsonElement source) => source.Fields("secondary")
        .ToFrozenDictionary(list => list.Name, list => new XmlInstance(Parse(list.Value.AsText("secondary"), "secondary")), StringComparer.Ordinal);

    /// <summary>The zone under <c>tz</c>.</summary>
    public static TimeZoneInfo? ZoneOf(JsonElement source)
    {
        if (source.Text("tz") is not { } id) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new FormatException("tz");
    }

    private static FrozenDictionary<string, BindType> TypesOf(JsonElement source) => source.Fields("types")
        .ToFrozenDictionary(type => type.Name, type => TypedText.TypeOf(type.Value.AsText("types")), StringComparer.Ordinal);

    private static XmlTree Parse(string xml, string field)
    {
        using var text = new StringReader(xml);
        return XmlTree.Read(text) ?? throw new FormatException(field);
    }
}
