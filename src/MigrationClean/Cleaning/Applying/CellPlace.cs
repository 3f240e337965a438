namespace MigrationClean.Cleaning.Applying;

/// <summary>A cell of a set of submissions: number of the table (0 = main, then the repeats), row, number of the column. Ordered so.</summary>
internal readonly record struct CellPlace(int Table, int Row, int Column) : IComparable<CellPlace>
{
    /// <inheritdoc/>
    public int CompareTo(CellPlace other) => (Table, Row, Column).CompareTo((other.Table, other.Row, other.Column));
}
