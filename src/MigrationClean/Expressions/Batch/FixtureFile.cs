using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Expressions.Batch;

/// <summary>The fixtures of a run, by name. Each is read when a line first asks for it.</summary>
internal sealed class FixtureFile(JsonDocument? document)
{
    private readonly Dictionary<string, Fixture> _read = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">FILE-04: it is no JSON object.</exception>
    public static FixtureFile Read(InputFile file)
    {
        using var stream = file.Open();
        try
        {
            var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return new(document);
            document.Dispose();
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new InputException("FILE-04/fixtures", new() { File = file.Name });
    }

    /// <summary>A fixture.</summary>
    /// <exception cref="FormatException">There is none of that name, or it is wrong.</exception>
    public Fixture Find(string name, string field)
    {
        if (_read.TryGetValue(name, out var known)) return known;
        if (document?.RootElement.Find(name) is not { } source) throw new FormatException(field);
        return _read[name] = Fixture.Read(source);
    }
}
