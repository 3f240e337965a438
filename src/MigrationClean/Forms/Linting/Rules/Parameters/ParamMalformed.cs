using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A parameters cell holds something that is no <c>key=value</c>.</summary>
/// <remarks>The converter reads the cell of every row, also where the type has no parameters.</remarks>
internal sealed class ParamMalformed : LintRule
{
    public override CheckId Id => new("LINT-93", "param-malformed");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row["parameters"] is { } text && !Parameters.AreWellFormed(text)
        select Found(row, form.PlaceOf(row, "parameters"), row["parameters"], new FindingArgument("text", row["parameters"]!));
}
