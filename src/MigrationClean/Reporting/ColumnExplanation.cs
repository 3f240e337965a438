using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Reporting;

/// <summary>Says what was done to a question in a release, from the release's manifest alone: role, method with parameters, cells blanked.</summary>
/// <remarks>Source: machine-interfaces §12, anonymisation §2, number 7.</remarks>
public static class ColumnExplanation
{
    /// <summary>Writes what there is to say.</summary>
    /// <param name="manifest">A <c>manifest.json</c>.</param>
    /// <param name="question">Name of the question or column.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="language">Language of the sentences.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="InputException">It is no manifest, or the release has no such column and left none of that name out.</exception>
    public static void Write(InputFile manifest, string question, string format, Language language, string version, TextWriter output)
    {
        var release = ManifestColumns.Read(manifest);
        var columns = release.Of(question);
        if (columns.IsEmpty) throw Unknown(release, question);
        if (format == "json") WriteJson(release, question, columns, version, output);
        else WriteText(release, columns, Messages.For(language), output);
    }

    private static InputException Unknown(ManifestColumns release, string question)
    {
        var near = Nearest.To(question, release.List.Select(c => c.Name).Distinct(StringComparer.Ordinal));
        return near is null
            ? new("explain/no-column", new() { File = release.Source }, new FindingArgument("question", question))
            : new("explain/no-column-near", new() { File = release.Source }, new("question", question), new FindingArgument("near", near));
    }

    private static void WriteText(ManifestColumns release, ImmutableArray<ManifestColumn> columns, Messages messages, TextWriter output)
    {
        string Text(string key, params ImmutableArray<FindingArgument> arguments) => FindingText.OneLine(messages.Text(key, "text", arguments));

        output.WriteLine(Text("explain/release", new("manifest", release.Source), new("level", release.Level), new("kind", release.Kind), new("key", release.KeyId)));
        foreach (var column in columns)
        {
            output.WriteLine();
            output.WriteLine(column.File is null ? Text("explain/column-left-out", new FindingArgument("column", column.Name))
                : Text("explain/column", new("column", column.Name), new("file", column.File)));
            output.WriteLine($"  {Text("explain/role")}: {FindingText.OneLine(column.Role)}");
            output.WriteLine($"  {Text("explain/method")}: {FindingText.OneLine(column.Method)}");
            if (column.Blanked is { } blanked) output.WriteLine($"  {Text("explain/blanked")}: {FindingText.OneLine(blanked)}");
        }
    }

    private static void WriteJson(ManifestColumns release, string question, ImmutableArray<ManifestColumn> columns, string version, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"migrationclean {version}");
            json.WriteString("manifest", release.Source);
            json.WriteString("level", release.Level);
            json.WriteString("kind", release.Kind);
            json.WriteString("keyId", release.KeyId);
            json.WriteString("question", question);
            json.WriteStartArray("columns");
            foreach (var column in columns)
            {
                json.WriteStartObject();
                json.WriteString("file", column.File);
                json.WriteString("name", column.Name);
                json.WriteBoolean("released", column.File is not null);
                json.WriteString("role", column.Role);
                json.WriteString("method", column.Method);
                if (long.TryParse(column.Blanked, out var blanked)) json.WriteNumber("blanked", blanked);
                else json.WriteString("blanked", column.Blanked);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
