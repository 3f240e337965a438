using System.Text.Json;

namespace MigrationClean.Expressions.Batch;

/// <summary>Optional fields of a line; a field of another kind than promised is a <see cref="FormatException"/> that names it.</summary>
internal static class JsonFields
{
    extension(JsonElement source)
    {
        /// <summary>A text; <see langword="null"/> where it is absent or <c>null</c>.</summary>
        public string? Text(string name) => source.Find(name) is { } value ? value.AsText(name) : null;

        /// <summary>The members of an object; none where it is absent. A repeated name counts once, the last.</summary>
        public IEnumerable<(string Name, JsonElement Value)> Fields(string name)
        {
            if (source.Find(name) is not { } value) return [];
            if (value.ValueKind != JsonValueKind.Object) throw new FormatException(name);
            return value.EnumerateObject().Select(p => (Name: Readable(() => p.Name, name), p.Value))
                .GroupBy(p => p.Name, StringComparer.Ordinal).Select(same => same.Last());
        }

        /// <summary>The items of a list; none where it is absent.</summary>
        public IEnumerable<JsonElement> Items(string name)
        {
            if (source.Find(name) is not { } value) return [];
            if (value.ValueKind != JsonValueKind.Array) throw new FormatException(name);
            return value.EnumerateArray();
        }

        /// <summary>A member that is there and not <c>null</c>.</summary>
        public JsonElement? Find(string name) =>
            source.ValueKind == JsonValueKind.Object && Readable<JsonElement?>(() => source.TryGetProperty(name, out var value) ? value : null, name) is
            { ValueKind: not JsonValueKind.Null } found ? found : null;

        /// <summary>This as a text.</summary>
        public string AsText(string name)
        {
            if (source.ValueKind != JsonValueKind.String) throw new FormatException(name);
            return Readable(() => source.GetString()!, name);
        }
    }

    private static T Readable<T>(Func<T> read, string field)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException half)
        {
            // Half of a surrogate pair, written as an escape.
            throw new FormatException(field, half);
        }
    }
}
