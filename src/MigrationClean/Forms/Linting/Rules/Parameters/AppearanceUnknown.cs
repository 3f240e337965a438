using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>An appearance is a word that no client knows: the question is shown as if there were none.</summary>
internal sealed class AppearanceUnknown : LintRule
{
    public override CheckId Id => new("LINT-111", "appearance-unknown");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var known = Appearances.Known.Order(StringComparer.Ordinal).ToList();
        foreach (var row in form.Rows)
        {
            if (row["appearance"] is not { } appearance) continue;
            foreach (var word in Appearances.UnknownIn(appearance))
            {
                var near = word.Length > 3 ? Nearest.To(word, known) : null;
                yield return Found(row, form.PlaceOf(row, "appearance"), appearance, new("word", word), new FindingArgument("near", near ?? "")) with
                {
                    Variant = near is null ? null : "near",
                };
            }
        }
    }
}
