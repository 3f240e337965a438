using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A list is used with <c>search()</c> and without.</summary>
internal sealed class SearchSharedList : LintRule
{
    public override CheckId Id => new("LINT-61", "search-shared-list");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var uses in form.ListUses.Where(u => u is { Sheet: "choices", List: not null, Row.Type.Kind: RowKind.Question }).GroupBy(u => u.List!, StringComparer.Ordinal))
        {
            if (uses.FirstOrDefault(u => u.Row.IsSearched) is not { } searched) continue;
            foreach (var plain in uses.Where(u => !u.Row.IsSearched))
                yield return Found(plain.Row, plain.Row.Place, uses.Key, new("list", uses.Key), new FindingArgument("row", $"{searched.Row.Place.Row}"));
        }
    }
}
