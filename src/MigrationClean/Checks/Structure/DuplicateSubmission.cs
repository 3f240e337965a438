using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>One submission stands in several rows.</summary>
/// <remarks>
/// Every copy is listed, not only the second. Comes from exports put together by hand, from a phone that sends twice, and from edits
/// between two exports. Source: cleaning §4.1.
/// </remarks>
internal sealed class DuplicateSubmission : SubmissionCheck
{
    private static readonly string[] IdentityColumns = ["meta/rootUuid", "KEY", "_uuid", "meta/instanceID", "_id"];

    /// <inheritdoc/>
    public override CheckId Id => new("ID-02", "duplicate-submission");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var column = IdentityColumns.Select(context.Submissions.Main.Find).FirstOrDefault(c => c is not null);
        foreach (var group in Duplicates.Find(context.Submissions))
        {
            yield return Said(context, column, group, group.Kept, group.Gravest);
            foreach (var (row, kind) in group.Copies) yield return Said(context, column, group, row, kind);
        }
    }

    private Finding Said(CheckContext context, TableColumn? column, DuplicateGroup group, int row, DuplicateKind kind)
    {
        var main = context.Submissions.Main;
        var related = row == group.Kept ? group.Copies[0].Row : group.Kept;
        var others = group.Copies.Select(c => c.Row).Append(group.Kept).Where(r => r != row).Order();
        var found = context.At(
            this,
            main,
            row,
            column,
            new("n", (group.Copies.Length + 1).ToString(CultureInfo.InvariantCulture)),
            new("kept", main.PlaceOf(group.Kept)),
            new FindingArgument("others", string.Join(", ", others.Select(r => main.PlaceOf(r)))));
        return found with
        {
            Variant = kind switch { DuplicateKind.Identical => "identical", DuplicateKind.Edited => "edited", _ => "different" },
            Group = main.SubmissionIdOf(group.Kept),
            RelatedSubmission = main.SubmissionIdOf(related),
        };
    }
}
