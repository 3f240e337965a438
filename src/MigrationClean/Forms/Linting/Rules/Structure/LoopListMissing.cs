using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A loop names no list, or one that is not among the choices.</summary>
internal sealed class LoopListMissing : LintRule
{
    public override CheckId Id => new("LINT-30", "loop-list-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var use in form.ListUses)
        {
            if (use.Row.Type.Structure != Structure.Loop || use.IsIn(form.Lists, form.ExternalLists)) continue;
            yield return use.List is null
                ? Found(use.Row, use.Row.Place, use.Row.TypeText)
                : Found(use.Row, use.Row.Place, use.List, new FindingArgument("list", use.List)) with { Variant = "unknown" };
        }
    }
}
