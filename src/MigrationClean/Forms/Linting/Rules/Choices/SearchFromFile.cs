using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A select from a file has the appearance <c>search()</c>, which fills its list from another one.</summary>
internal sealed class SearchFromFile : LintRule
{
    public override CheckId Id => new("LINT-62", "search-from-file");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type is QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile && row.IsSearched
        select Found(row, form.PlaceOf(row, "appearance"), row["appearance"]);
}
