using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks.Rules;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Submissions;

namespace MigrationClean.Reporting;

/// <summary>Explains a rule of the user's by its id, as its table has it: no form is needed for that.</summary>
public static class RuleExplanation
{
    /// <summary>Writes what the tables say about a rule.</summary>
    /// <param name="id">Its id, whatever the case.</param>
    /// <param name="tables">Tables of rules.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="language">Language of the sentences.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="output">Where it goes.</param>
    /// <returns>Whether there is such a rule; if not, nothing is written.</returns>
    /// <exception cref="InputException">A table cannot be read.</exception>
    public static bool Write(string id, IEnumerable<InputFile> tables, string format, Language language, string version, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (RuleReader.Of(tables).Drafts.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } rule) return false;
        if (format == "json") WriteJson(rule, language, version, output);
        else WriteText(rule, language, output);
        return true;
    }

    private static string MessageOf(RuleDraft rule, Language language) =>
        rule.Message.All.FirstOrDefault(t => t.Language is { } name && ReaderLabels.IsOf(name, language)).Text ?? rule.Message.InOrFirst(null) ?? rule.Written;

    private static void WriteText(RuleDraft rule, Language language, TextWriter output)
    {
        var messages = Messages.For(language);
        var severity = new FindingText(messages, showValues: false).Word(rule.Severity ?? Severity.Warning);
        output.WriteLine($"{UserRule.Code} {rule.Id} ({severity}): {MessageOf(rule, language)}");
        Section("explain/rule-expression", rule.Written);
        if (rule.Written != rule.Expression) output.WriteLine($"  {rule.Expression}");
        Section("explain/rule-where", rule.Where);
        Section("explain/rule-questions", string.Join(", ", rule.Questions));
        Section("text/why", rule.Why);
        Section("explain/source", rule.Source);
        var place = rule.Place("expression");
        Section("explain/rule-place", string.Join(':', new[] { place.File, place.Sheet, $"{place.Row}" }.OfType<string>()));

        void Section(string key, string text)
        {
            if (text.Length == 0) return;
            output.WriteLine();
            output.WriteLine($"{messages.Text(key, "text")}:");
            output.WriteLine($"  {text}");
        }
    }

    private static void WriteJson(RuleDraft rule, Language language, string version, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"migrationclean {version}");
            json.WriteString("code", UserRule.Code);
            json.WriteString("check", rule.Id);
            json.WriteString("severity", FindingText.Name(rule.Severity ?? Severity.Warning));
            json.WriteString("message", MessageOf(rule, language));
            json.WriteString("expression", rule.Expression);
            json.WriteString("written", rule.Written);
            json.WriteString("where", rule.Where.Length > 0 ? rule.Where : null);
            json.WriteStartArray("questions");
            foreach (var question in rule.Questions) json.WriteStringValue(question);
            json.WriteEndArray();
            json.WriteString("why", rule.Why.Length > 0 ? rule.Why : null);
            json.WriteString("source", rule.Source.Length > 0 ? rule.Source : null);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
