using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A group, repeat or loop that is never closed.</summary>
internal sealed class GroupUnclosed : LintRule
{
    public override CheckId Id => new("LINT-27", "group-unclosed");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from mismatch in form.Outline.Mismatches
        where mismatch.End is null
        select Found(mismatch.Begin!, mismatch.Begin!.Place, mismatch.Begin!.TypeText, mismatch.Begun.AsSpan());
}
