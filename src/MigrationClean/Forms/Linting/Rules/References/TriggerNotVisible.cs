using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A trigger is a calculation, which nobody changes by hand.</summary>
internal sealed class TriggerNotVisible : LintRule
{
    public override CheckId Id => new("LINT-68", "trigger-not-visible");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (row, place, name) in Triggers.In(form))
        {
            if (form.Names.One(name) is Question { Row: { } target } && IsCalculation(target))
                yield return Found(row, place, $"${{{name}}}", new FindingArgument("name", name));
        }
    }

    private static bool IsCalculation(SurveyRow row) => row.Type.Type == QuestionType.Calculate
        || ((row["calculation"] ?? row["trigger"]) is not null && row.Text("label").IsEmpty && row.Text("hint").IsEmpty);
}
