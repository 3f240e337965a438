using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation.PersonalData;

/// <summary>Columns that hold personal data: PII-01 by type, name and label, PII-02 by what texts hold. A list of columns, never of rows.</summary>
/// <remarks>Type and words are those that the privacy plan goes by, so that the two never disagree. Source: cleaning §4.12.</remarks>
internal static class PersonalColumns
{
    private static readonly CheckId ByWords = new("PII-01", "personal-column");
    private static readonly CheckId ByContent = new("PII-02", "personal-content");

    private static readonly (PrivacyRole Role, string Variant)[] Variants = [(PrivacyRole.Direct, "direct"), (PrivacyRole.Geo, "geo"), (PrivacyRole.Media, "media")];

    /// <summary>The findings, one a column and kind, in the order of the files. O(distinct texts), and O(rows) for names in texts.</summary>
    public static IEnumerable<Finding> Find(SubmissionSet submissions, InferenceOptions options, CancellationToken cancellation = default)
    {
        var personal = PlanDraft.Of(submissions.Forms, null, options).Rows.ToLookup(r => (r.Table, r.Question));
        foreach (var table in submissions.Tables)
        {
            var names = NamesInTexts.Of(submissions, table);
            foreach (var column in table.Columns.Where(c => c.Role is ColumnRole.Answer or ColumnRole.Meta && !c.Value.IsBlank))
            {
                cancellation.ThrowIfCancellationRequested();
                var role = personal[(table.Path, column.Name)].FirstOrDefault()?.Role ?? PrivacyRole.Unknown;
                if (Array.Find(Variants, v => role.HasFlag(v.Role)).Variant is { } variant) yield return Said(ByWords, variant, table, column);
                else if (column is { Role: ColumnRole.Answer, Question.Type: Forms.QuestionType.Text })
                    foreach (var (kind, n) in Contents(column, names)) yield return Said(ByContent, kind, table, column, new FindingArgument("n", n.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static IEnumerable<(string Kind, int Rows)> Contents(TableColumn column, NamesInTexts names)
    {
        var found = new int[PersonalContent.Kinds.Length];
        var counts = column.Value.CountByCode();
        for (var code = 1; code < counts.Length; code++)
        {
            var text = column.Value.Text(code);
            for (var kind = 0; kind < found.Length; kind++)
                if (PersonalContent.Kinds[kind].IsIn(text)) found[kind] += counts[code];
        }

        for (var kind = 0; kind < found.Length; kind++)
            if (found[kind] > 0) yield return (PersonalContent.Kinds[kind].Name, found[kind]);
        if (names.CountIn(column) is > 0 and var n) yield return ("name", n);
    }

    private static Finding Said(CheckId check, string variant, Table table, TableColumn column, params ImmutableArray<FindingArgument> more) => new()
    {
        Check = check,
        Severity = Severity.Notice,
        Evidence = Diagnostics.Evidence.Information,
        Variant = variant,
        Location = table.LocationOf(0, column) with { Row = null, Line = null },
        Table = table.Path,
        Question = column.Question?.Name,
        Arguments = [new("column", column.Name), .. more],
    };
}
