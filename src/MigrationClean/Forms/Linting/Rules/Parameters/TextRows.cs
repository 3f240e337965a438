using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The height of a text's field is no whole number of rows.</summary>
internal sealed class TextRows : LintRule
{
    public override CheckId Id => new("LINT-105", "text-rows");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, type => type == QuestionType.Text)
        let rows = parameters["rows"]
        where rows is not null && !int.TryParse(rows, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        select Found(parameters.Row, parameters.Place, rows, new FindingArgument("value", rows));
}
