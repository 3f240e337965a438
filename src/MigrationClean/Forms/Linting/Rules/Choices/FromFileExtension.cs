using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A select from a file names a file that is not CSV, XML or GeoJSON.</summary>
internal sealed class FromFileExtension : LintRule
{
    public override CheckId Id => new("LINT-55", "from-file-extension");

    /// <summary>The endings that the converter takes; case counts.</summary>
    public static readonly ImmutableArray<string> Extensions = [".csv", ".xml", ".geojson"];

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type is { Type: QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile, List: not null } && !IsFile(row.Type.List!)
        select Found(row, row.Place, row.Type.List, new FindingArgument("file", row.Type.List!));

    // The reference converter takes one dot alone.
    private static bool IsFile(string file) =>
        file.LastIndexOf('.') is > 0 and var dot && file.IndexOf('.', file.LastIndexOf('/') + 1) == dot && Extensions.Contains(file[dot..]);
}
