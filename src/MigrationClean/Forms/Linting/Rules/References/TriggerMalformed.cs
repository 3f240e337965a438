using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A trigger is no list of <c>${question}</c>.</summary>
internal sealed class TriggerMalformed : LintRule
{
    public override CheckId Id => new("LINT-67", "trigger-malformed");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from trigger in Triggers.In(form)
        where trigger.Name.Length == 0
        select Found(trigger.Row, trigger.Place, trigger.Row["trigger"], new FindingArgument("text", trigger.Row["trigger"]!));
}
