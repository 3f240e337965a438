namespace MigrationClean.Ingest.Columns;

/// <summary>In what forms the cells of a column stood in the file. Text files know only <see cref="Text"/>.</summary>
[Flags]
public enum CellKinds
{
    /// <summary>No cell of the column was filled.</summary>
    None = 0,

    /// <summary>Text, inline or shared.</summary>
    Text = 1,

    /// <summary>A number that is not shown as a date.</summary>
    Number = 2,

    /// <summary>A number with a date or time format; the value is written as ISO 8601.</summary>
    Date = 4,

    /// <summary>A boolean; the value is <c>TRUE</c> or <c>FALSE</c>.</summary>
    Boolean = 8,

    /// <summary>A formula: the value is its cached result, or the text that KoBo's exporter turned into a formula.</summary>
    Formula = 16,

    /// <summary>An error such as <c>#NAME?</c>; the value is its text.</summary>
    Error = 32,
}
