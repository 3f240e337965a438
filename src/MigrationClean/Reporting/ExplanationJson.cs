using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks.Logic.Explaining;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Reporting;

/// <summary>An explained submission for programs.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(OneSubmission submission, ImmutableArray<ExplainedQuestion> questions, FilledText words, string version, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"migrationclean {version}");
            json.WriteString("submission", submission.Submissions.Main.SubmissionIdOf(submission.Row));
            json.WriteString("form", submission.Form.Source);
            json.WriteString("dialect", submission.Run.Context.IsJavaRosa ? "javarosa" : "enketo");
            json.WriteStartArray("questions");
            foreach (var question in questions) Write(question, words, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>A rule as the column of the form is called.</summary>
    public static string WordOf(LogicColumn column) => column switch
    {
        LogicColumn.Relevant => "relevant",
        LogicColumn.Required => "required",
        LogicColumn.Constraint => "constraint",
        LogicColumn.Calculation => "calculation",
        LogicColumn.ChoiceFilter => "choice_filter",
        _ => "repeat_count",
    };

    /// <summary>A verdict as programs read it.</summary>
    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Broken => "broken",
        Verdict.Closed => "closed",
        Verdict.Idle => "idle",
        _ => "not-judged",
    };

    private static void Write(ExplainedQuestion question, FilledText words, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", question.Path);
        json.WriteString("question", question.Node.Name);
        json.WriteString("label", words.LabelOf(question.Node));
        json.WriteString("answer", question.Answer);
        json.WriteStartArray("rules");
        foreach (var rule in question.Rules) Write(rule, words, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ExplainedRule rule, FilledText words, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", WordOf(rule.Column));
        json.WriteString("of", rule.Node.Name);
        json.WriteString("choice", rule.Choice);
        json.WriteString("expression", rule.Written);
        json.WriteString("filled", rule.Filled.Length == 0 ? rule.Written : rule.Filled);
        json.WriteString("verdict", WordOf(rule.Verdict));
        json.WriteString("reason", rule.Error?.Code ?? rule.Reason?.Reason);
        json.WriteString("expected", rule.Expected);
        json.WriteString("actual", rule.Actual);
        json.WriteStartArray("because");
        foreach (var answer in rule.Because)
        {
            json.WriteStartObject();
            json.WriteString("path", answer.Path);
            json.WriteString("question", answer.Node.Name);
            json.WriteString("label", words.LabelOf(answer.Node));
            json.WriteString("value", answer.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var part in rule.Parts)
        {
            json.WriteStartObject();
            json.WriteString("text", part.Text);
            json.WriteNumber("depth", part.Depth);
            json.WriteString("value", part.Value);
            json.WriteBoolean("skipped", part.WasSkipped);
            json.WriteString("reason", part.Reason?.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
