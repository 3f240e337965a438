using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>No sheet is called <c>survey</c>, and there are several, so that none can be taken for it.</summary>
internal sealed class SheetSurveyMissing : LintRule
{
    public override CheckId Id => new("LINT-01", "sheet-survey-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Survey is null) yield return Found(WholeForm, null, new FindingArgument("sheets", string.Join("`, `", form.Source.Sheets.Select(s => s.Name))));
    }
}
