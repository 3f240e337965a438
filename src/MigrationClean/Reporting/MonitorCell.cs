using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>A cell of a table of the supervisor's view.</summary>
/// <param name="Text">What it says; of a number in invariant notation; "" = blank.</param>
/// <param name="Mark">How unusual the figure is.</param>
internal readonly record struct MonitorCell(string Text, Mark Mark = Mark.None);

/// <summary>A column of a table of the supervisor's view.</summary>
/// <param name="Header">Its name in the reader's language.</param>
/// <param name="Width">Width in a workbook, in characters.</param>
/// <param name="IsNumber">Whether its cells are numbers.</param>
internal readonly record struct MonitorColumn(string Header, double Width, bool IsNumber = true);

/// <summary>A table of the supervisor's view, for workbook and page.</summary>
/// <param name="Name">Its English name: that of the sheet.</param>
/// <param name="Title">Its title in the reader's language.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">A cell for each column.</param>
internal sealed record MonitorTable(string Name, string Title, IReadOnlyList<MonitorColumn> Columns, IReadOnlyList<MonitorCell[]> Rows)
{
    /// <summary>The column that bars are drawn of, or −1.</summary>
    public int Bars { get; init; } = -1;
}
