using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>Explains a check, a lint rule or the refusal of an input by its code or name: what it looks for, why, how to put it right.</summary>
public static class CheckExplanation
{
    /// <summary>Writes what there is to say.</summary>
    /// <param name="typed">A code (<c>FORM-05</c>) or name (<c>choice-not-in-list</c>), whatever the case.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="language">Language of the sentences.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="output">Where it goes.</param>
    /// <returns>Whether there is such a code or name; if not, nothing is written.</returns>
    public static bool Write(string typed, string format, Language language, string version, TextWriter output)
    {
        var messages = Messages.For(language);
        var ids = AllChecks.List.Select(c => (c.Id, c.Severity)).Concat(AllLintRules.List.Select(r => (r.Id, r.Severity)));
        (CheckId Id, Severity Severity)? listed = ids.Where(i => Is(i.Id.Code, typed) || Is(i.Id.Name, typed)).Select(i => ((CheckId, Severity)?)i).FirstOrDefault();
        var severity = listed?.Severity ?? Severity.Error;
        var code = listed?.Id.Code ?? messages.Keys.Select(k => k.Split('/')[0]).FirstOrDefault(k => Is(k, typed) && k.Contains('-', StringComparison.Ordinal));
        if (code is null) return false;

        var keys = messages.Keys.Where(k => k == code || k.StartsWith(code + "/", StringComparison.Ordinal)).ToImmutableArray();
        var facts = new Facts(
            code,
            listed?.Id.Name,
            FindingText.Name(severity),
            messages.Has(code, "title") ? messages.Text(code, "title") : null,
            Own(messages, keys, "message"),
            Own(messages, keys, "why"),
            Own(messages, keys, "fix"),
            ParametersOf(AllChecks.Find(code), messages),
            Own(messages, keys, "example"),
            Own(messages, keys, "source"));
        if (format == "json") WriteJson(facts, version, output);
        else WriteText(facts, new FindingText(messages, showValues: false).Word(severity), messages, output);
        return true;
    }

    private sealed record Facts(
        string Code, string? Name, string Severity, string? Title, ImmutableArray<string> Messages, ImmutableArray<string> Why, ImmutableArray<string> Fix,
        ImmutableArray<string> Parameters, ImmutableArray<string> Example, ImmutableArray<string> Source);

    private static bool Is(string known, string typed) => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>The texts of all variants, each once, with the names of their places where values will stand.</summary>
    private static ImmutableArray<string> Own(Messages messages, ImmutableArray<string> keys, string part) =>
    [
        .. keys.Where(k => messages.PartsOf(k).Contains(part, StringComparer.Ordinal))
            .Select(k => messages.Text(k, part, [.. Messages.PlacesIn(messages.Template(k, part)).Select(p => new FindingArgument(p, $"‹{p}›"))]))
            .Distinct(StringComparer.Ordinal),
    ];

    private static ImmutableArray<string> ParametersOf(Check? check, Messages messages) => check is null ? [] :
    [
        .. check.Parameters.Select(p => messages.Text("explain/parameter", "text",
            [new("name", p.Name), new("usual", p.Default ?? "—"), new("text", messages.Text(p.TextKey(check), "text"))])),
    ];

    private static void WriteText(Facts facts, string severity, Messages messages, TextWriter output)
    {
        var head = facts.Name is null ? facts.Code : $"{facts.Code} {facts.Name}";
        output.WriteLine(facts.Title is null ? $"{head} ({severity})" : $"{head} ({severity}): {facts.Title}");
        Section("explain/looks-for", facts.Messages);
        Section("text/why", facts.Why);
        Section("text/fix", facts.Fix);
        Section("explain/parameters", facts.Parameters);
        Section("explain/example", facts.Example);
        Section("explain/source", facts.Source);
        if (AllChecks.Find(facts.Code) is { IsOn: false }) output.WriteLine($"{Environment.NewLine}{messages.Text("explain/off", "text", [new("code", facts.Code)])}");

        void Section(string key, ImmutableArray<string> texts)
        {
            if (texts.IsEmpty) return;
            output.WriteLine();
            output.WriteLine($"{messages.Text(key, "text")}:");
            foreach (var text in texts) output.WriteLine($"  {text}");
        }
    }

    private static void WriteJson(Facts facts, string version, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"migrationclean {version}");
            json.WriteString("code", facts.Code);
            json.WriteString("check", facts.Name);
            json.WriteString("severity", facts.Severity);
            json.WriteString("title", facts.Title);
            foreach (var (name, texts) in new[] { ("messages", facts.Messages), ("why", facts.Why), ("fix", facts.Fix), ("parameters", facts.Parameters), ("example", facts.Example), ("source", facts.Source) })
            {
                json.WriteStartArray(name);
                foreach (var text in texts) json.WriteStringValue(text);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
