using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>A privacy plan inferred from a form, and from the submissions where there are any: a proposal that a person confirms.</summary>
public static class PlanDraft
{
    private const int MostImportance = 99;

    /// <summary>Drafts a plan.</summary>
    /// <param name="forms">The form versions, newest first; at least one.</param>
    /// <param name="seen">The submissions, whose answers can make a role stricter and whose unknown columns get a row; or <see langword="null"/>.</param>
    /// <param name="options">Languages, and what the settings know.</param>
    /// <returns>One row per question, export column and structure column, nothing confirmed.</returns>
    public static PrivacyPlan Of(ImmutableArray<Form> forms, SubmissionSet? seen, InferenceOptions options)
    {
        var questions = AskedQuestion.Of(forms);
        var inference = new RoleInference(questions, options, question => AnswersOf(question, seen));
        var label = ReaderLabels.Of(options.Labels, options.Language, forms);

        var rows = new List<PlanRow>();
        var importance = 0;
        foreach (var table in questions.Select(q => q.Table).Prepend(null).Distinct().ToArray())
        {
            foreach (var question in questions.Where(q => q.Table == table))
            {
                var proposal = inference.Of(question);
                var row = RowOf(question.Table, question.Name, proposal, options) with
                {
                    Type = question.Newest.TypeText,
                    Label = question.Newest.Label.InOrFirst(label) ?? "",
                    Fingerprint = question.Fingerprint,
                };
                rows.Add(proposal.Role.HasFlag(PrivacyRole.Quasi) ? row with { Importance = Math.Min(++importance, MostImportance) } : row);
            }

            rows.AddRange(OtherColumns(table, questions, seen).Select(name => RowOf(table, name, OfColumn(name), options) with { Fingerprint = Fingerprint.Of(name, []) }));
        }

        return new([.. rows]) { IsInferred = true };
    }

    private static PlanRow RowOf(string? table, string name, Proposal proposal, InferenceOptions options)
    {
        var methods = Levels.All.Select(level => DefaultMethods.For(proposal.Role, proposal.Kind, level)).ToArray();
        var parameters = Levels.All.Zip(methods)
            .Where(m => m.Second.Parameters.Length > 0)
            .SelectMany(m => m.Second.Parameters.Split(';').Select(p => (Level: m.First, Pair: p)))
            .GroupBy(p => p.Pair, StringComparer.Ordinal)
            .ToArray();

        // A pair that only one of several levels with parameters has must name its level; one that all share need not.
        var texts = parameters.SelectMany(g => g.Count() == methods.Count(m => m.Parameters.Length > 0)
            ? [g.Key]
            : g.Select(p => $"{Levels.NameOf(p.Level)}:{g.Key}"));
        return new()
        {
            Table = table,
            Question = name,
            Role = proposal.Role,
            Internal = proposal.Role == PrivacyRole.Unknown ? "" : methods[0].Name,
            Partner = proposal.Role == PrivacyRole.Unknown ? "" : methods[1].Name,
            Public = proposal.Role == PrivacyRole.Unknown ? "" : methods[2].Name,
            Parameters = proposal.Role == PrivacyRole.Unknown ? PlanParameters.None : PlanParameters.Read(string.Join(';', texts))!,
            Evidence = string.Join(' ', proposal.Evidence.Select(e => e.In(options.Language)).Distinct(StringComparer.Ordinal)),
            Confidence = proposal.Confidence,
        };
    }

    private static IEnumerable<string> OtherColumns(string? table, ImmutableArray<AskedQuestion> questions, SubmissionSet? seen)
    {
        var standard = table is null ? ReservedColumns.OfMain : ReservedColumns.OfRepeat;
        var asked = questions.Where(q => q.Table == table).SelectMany(q => new[] { q.Name, q.Newest.Path }).ToHashSet(StringComparer.Ordinal);
        var inData = seen?.Find(table)?.Columns.Where(c => c.Role is ColumnRole.Meta or ColumnRole.Unknown).Select(c => c.Name) ?? [];
        return standard.Concat(inData).Where(name => !asked.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    private static Proposal OfColumn(string name)
    {
        if (ReservedColumns.RoleOf(name) is { } role) return new(role, AnswerKind.Other, "high", [new("reserved")]);
        return new(PrivacyRole.Unknown, AnswerKind.Other, "low", [new("not-in-form")]);
    }

    private static Column? AnswersOf(AskedQuestion question, SubmissionSet? seen)
    {
        if (seen?.Find(question.Table) is not { } table) return null;
        foreach (var version in question.Versions)
            if (table.AnswersOf(version) is { } column) return column.Value;
        return null;
    }
}
