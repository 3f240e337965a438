using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Explaining;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Reporting;

/// <summary>An explained submission for people.</summary>
internal sealed class ExplanationText(Messages messages, FilledText words, TextWriter output)
{
    /// <summary>Writes every question with its rules.</summary>
    public void Write(OneSubmission submission, ImmutableArray<ExplainedQuestion> questions, bool isAsked)
    {
        output.WriteLine(Text("explain/submission", new("key", submission.Submissions.Main.SubmissionIdOf(submission.Row) ?? "—"), new("form", submission.Form.Source)));
        if (questions.IsEmpty) output.WriteLine(Text(isAsked ? "explain/no-iterations" : "explain/nothing-broken"));
        foreach (var question in questions)
        {
            output.WriteLine();
            output.WriteLine($"{question.Path}  «{words.LabelOf(question.Node)}»");
            if (question.Answer is { } answer)
                output.WriteLine($"  {Text("explain/answer")}: {(answer.Length == 0 ? Text("explain/no-answer") : Line(words.AnswerOf(question.Node, answer)))}");
            if (question.Rules.IsEmpty) output.WriteLine($"  {Text("explain/no-rules")}");
            foreach (var rule in question.Rules) Write(rule, question);
        }
    }

    private void Write(ExplainedRule rule, ExplainedQuestion question)
    {
        var column = ExplanationJson.WordOf(rule.Column);
        var of = rule.Node == question.Node ? "" : $" {Text("explain/of-group", new("label", words.LabelOf(rule.Node)), new("name", rule.Node.Name))}";
        output.WriteLine();
        var choice = rule.Choice is { } chosen ? $" {Text("explain/for-choice", new FindingArgument("choice", Line(words.AnswerOf(rule.Node, chosen))))}" : "";
        output.WriteLine($"  {column}{of}{choice}: {rule.Written}");
        if (rule.Filled.Length > 0 && rule.Filled != rule.Written) output.WriteLine($"    {string.Concat(rule.Filled.Select(c => char.IsControl(c) ? ' ' : c))}");
        if (rule.Parts.Length > 1)
            foreach (var part in rule.Parts) output.WriteLine($"    {new string(' ', part.Depth * 2)}{part.Text} → {ValueOf(part)}");
        output.WriteLine($"    {Text("explain/result")}: {VerdictOf(rule)}");
        if (DecidedBy(rule) is not { } key || rule.Because.IsEmpty) return;
        var answers = rule.Because.Select(a => $"«{words.LabelOf(a.Node)}» (`{a.Node.Name}`) = {Line(words.AnswerOf(a.Node, a.Value))}");
        output.WriteLine($"    {Text(key)}: {string.Join("; ", answers)}");
    }

    private static string? DecidedBy(ExplainedRule rule) => (rule.Column, rule.Verdict) switch
    {
        (LogicColumn.Relevant, Verdict.Holds) => "explain/opened-by",
        (LogicColumn.Relevant, _) => "explain/decided-by",
        (LogicColumn.ChoiceFilter, Verdict.Holds) => "explain/offered-by",
        (LogicColumn.ChoiceFilter, Verdict.Broken) => "explain/hidden-by",
        _ => null,
    };

    private string VerdictOf(ExplainedRule rule)
    {
        var verdict = Text(
            rule.Verdict is Verdict.NotJudged ? "explain/not-judged" : rule.Verdict is Verdict.Idle ? "explain/idle"
                : $"explain/{ExplanationJson.WordOf(rule.Column).Replace('_', '-')}-{ExplanationJson.WordOf(rule.Verdict)}",
            new("expected", Line(rule.Expected is { Length: > 0 } expected ? expected : "—")),
            new FindingArgument("actual", Line(rule.Actual is { Length: > 0 } actual ? actual : "—")));
        var why = rule.Error is { } error
            ? messages.Has(error.Key, "message") ? messages.Text(error.Key, "message", error.Arguments, showValues: true) : error.Code
            : rule.Reason is { } reason ? ReasonOf(reason) : "";
        return why.Length == 0 ? verdict : $"{verdict}: {why}";
    }

    private string ValueOf(ExplainedPart part) => part switch
    {
        { WasSkipped: true } => Text("explain/skipped"),
        { Reason: { } reason } => ReasonOf(reason),
        { Value: null } => "?",
        { Value: "" } => "—",
        _ => Line(part.Value),
    };

    private string ReasonOf(NotEvaluable reason)
    {
        var key = $"reason/{reason.Reason}";
        if (!messages.Has(key, "text")) return reason.What;
        return messages.Text(key, "text", [.. Messages.PlacesIn(messages.Template(key, "text")).Select(p => new FindingArgument(p, reason.What))]);
    }

    private static string Line(string text) => FindingText.OneLine(text);

    private string Text(string key, params ImmutableArray<FindingArgument> arguments) => messages.Text(key, "text", arguments);
}
