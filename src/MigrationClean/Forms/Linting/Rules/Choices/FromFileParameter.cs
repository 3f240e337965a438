using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The parameters <c>value</c> and <c>label</c> of a select from a file name columns, and these are no XML names.</summary>
internal sealed partial class FromFileParameter : LintRule
{
    public override CheckId Id => new("LINT-56", "from-file-parameter");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type is QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile && row["parameters"] is not null
        from parameter in FormTree.ParametersOf(row["parameters"]).OrderBy(p => p.Key, StringComparer.Ordinal)
        where parameter.Key is "value" or "label" && !ColumnName.IsMatch(parameter.Value)
        select Found(row, form.PlaceOf(row, "parameters"), $"{parameter.Key}={parameter.Value}", new("key", parameter.Key), new FindingArgument("value", parameter.Value));

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_.\-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ColumnName { get; }
}
