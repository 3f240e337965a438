using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary><c>or_other</c> in a form of several languages: its texts stay English.</summary>
internal sealed class OrOtherTranslations : LintRule
{
    public override CheckId Id => new("LINT-44", "or-other-translations");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        !new[] { form.Survey, form.Choices }.OfType<FormSheet>().SelectMany(FormLanguages.Texts).Any(h => h.Language is not (null or "default")) ? [] :
        from row in form.Rows
        where row.Type.HasOrOther
        select Found(row, row.Place, row.TypeText, new FindingArgument("name", row.Name));
}
