using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>An end row where nothing is open, or something else.</summary>
internal sealed class GroupUnmatchedEnd : LintRule
{
    public override CheckId Id => new("LINT-26", "group-unmatched-end");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var mismatch in form.Outline.Mismatches)
        {
            if (mismatch.End is not { } end) continue;
            var finding = Found(end.Place, end.TypeText, [new("type", end.TypeText), .. mismatch.Begun]);
            yield return mismatch.Begin is null ? finding : finding with { Variant = "other" };
        }
    }
}
