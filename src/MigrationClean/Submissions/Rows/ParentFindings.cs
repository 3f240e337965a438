using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Rows;

/// <summary>Repeat rows without a parent, with one of another submission, or whose parents' table is missing: ID-06.</summary>
internal static class ParentFindings
{
    private static readonly CheckId Id = new("ID-06", "parent-missing");

    /// <summary>The findings of one export.</summary>
    public static IEnumerable<Finding> Of(ImmutableArray<LinkedSheet> sheets)
    {
        foreach (var sheet in sheets.Where(s => !s.Aligned.Source.IsMain))
        {
            if (sheet.Parent is null)
            {
                if (sheet.Sheet.RowCount == 0) continue;
                yield return Found(sheet, null, "table-missing", new("parent", sheet.Aligned.Section.Parent!.Path ?? ""), new("n", $"{sheet.Sheet.RowCount}"));
                continue;
            }

            for (var row = 0; row < sheet.ParentRows.Length; row++)
            {
                var parent = sheet.ParentRows[row];
                if (parent < 0) yield return Found(sheet, row, "no-parent");
                else if (ParentLinks.Contradiction(sheet.Server, row, sheet.Parent, parent) == true) yield return Found(sheet, row, "other-submission");
            }
        }
    }

    private static Finding Found(LinkedSheet sheet, int? row, string variant, params ImmutableArray<FindingArgument> arguments)
    {
        var place = sheet.Aligned.Source.ServerNames.IndexOf(ServerColumns.ParentIndex);
        if (place < 0) place = sheet.Aligned.Source.ServerNames.IndexOf("PARENT_KEY");
        return new()
        {
            Check = Id,
            Severity = Severity.Error,
            Variant = variant,
            SubmissionId = row is { } of ? Identities.NamedBy(sheet, of) : null,
            Table = sheet.Aligned.Section.Path,
            Location = new()
            {
                File = sheet.Sheet.File,
                Sheet = sheet.Sheet.Name,
                Row = row is { } r ? sheet.Sheet.Places.RowNumber(r) : null,
                Column = row is null || place < 0 ? null : sheet.Sheet.Headers[place],
                ColumnNumber = row is null || place < 0 ? null : sheet.Aligned.Source.NumberOf(place),
            },
            Arguments = [new("repeat", sheet.Aligned.Section.Path!), .. arguments],
        };
    }
}
