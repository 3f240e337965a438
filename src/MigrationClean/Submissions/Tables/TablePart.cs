using System.Collections.Immutable;
using MigrationClean.Submissions.Rows;

namespace MigrationClean.Submissions.Tables;

/// <summary>The rows of a table that come from one sheet, with their columns read.</summary>
/// <param name="Linked">The sheet.</param>
/// <param name="Columns">Its columns; canonical names are unique.</param>
internal sealed record TablePart(LinkedSheet Linked, ImmutableArray<TableColumn> Columns)
{
    /// <summary>Rows.</summary>
    public int RowCount => Linked.Sheet.RowCount;
}
