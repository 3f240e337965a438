using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A type of metadata that phones give no more.</summary>
internal sealed class MetadataDeprecated : LintRule
{
    public override CheckId Id => new("LINT-33", "metadata-deprecated");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type is QuestionType.SubscriberId or QuestionType.SimSerial
        select Found(row, row.Place, row.TypeText, new FindingArgument("type", row.TypeText));
}
