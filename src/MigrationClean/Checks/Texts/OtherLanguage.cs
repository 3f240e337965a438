using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A text in another language than those the team works in: somebody has to translate it.</summary>
/// <remarks>
/// By alphabet first, then by the commonest words of a language. Short texts tell nothing and are left alone. The languages are those of the settings, else
/// those of the form's labels; a language that this check does not know makes it silent. Source: cleaning §4.11.
/// </remarks>
internal sealed class OtherLanguage : SubmissionCheck
{
    private const string Languages = "languages";
    private const int Many = 100;
    private const double MostlyShare = 0.3;

    /// <inheritdoc/>
    public override CheckId Id => new("TXT-02", "other-language");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Information;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Languages, ParameterKind.Texts)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var given = context.Of(this).Texts(Languages);
        var working = given.IsEmpty ? OfForm(context.Submissions.Form) : [.. given.Select(l => TextLanguage.CodeOf(l) ?? l)];
        if (working.Count == 0 || !working.All(TextLanguage.Knows)) yield break;
        foreach (var table in context.Submissions.Tables)
            foreach (var column in table.Columns)
            {
                if (column.Role != ColumnRole.Answer || column.Question?.Type != QuestionType.Text || column.Value.IsBlank) continue;
                var met = new string?[column.Value.ValueCount];
                for (var code = 1; code < met.Length; code++)
                    met[code] = TextLanguage.Of(column.Value.Text(code)) is { } language && !working.Contains(language) && !TextLanguage.MayBe(column.Value.Text(code), working) ? language : null;
                if (Often(met, column) is { } often)
                {
                    yield return context.At(this, table, 0, column, [.. context.Naming(column.Question), .. often]) with
                    {
                        Variant = "often",
                        Location = table.LocationOf(0, column) with { Row = null, Line = null },
                        SubmissionId = null,
                        RowPath = null,
                        Path = null,
                        Value = null,
                    };
                    continue;
                }

                for (var row = 0; row < table.RowCount; row++)
                    if (met[column.Value.CodeAt(row)] is { } language) yield return context.At(this, table, row, column, [.. context.Naming(column.Question), new("language", language)]);
            }
    }

    // Where most of many texts are in other languages, it is the languages of the team that are not known: said once.
    private static FindingArgument[]? Often(string?[] met, TableColumn column)
    {
        var counts = column.Value.CountByCode();
        var (other, all) = (0, 0);
        for (var code = 1; code < counts.Length; code++)
        {
            all += counts[code];
            if (met[code] is not null) other += counts[code];
        }

        return all < Many || other <= MostlyShare * all ? null : [new("n", $"{other}"), new("all", $"{all}")];
    }

    // A form with a label in no named language may be in any.
    private static List<string> OfForm(Form form)
    {
        var languages = form.Questions.SelectMany(q => q.Label.Languages).Distinct().ToList();
        return languages.Contains(null) ? [] : [.. languages.Select(l => TextLanguage.CodeOf(l!) ?? l!)];
    }
}
