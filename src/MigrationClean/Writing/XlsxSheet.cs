using System.Collections.Immutable;

namespace MigrationClean.Writing;

/// <summary>A sheet of a data workbook.</summary>
/// <param name="Name">The name wanted; led back to Excel's rules.</param>
/// <param name="Table">Its header and rows.</param>
internal sealed record XlsxSheet(string Name, OutputTable Table)
{
    /// <summary>Whether it is text for people: wrapped, wide, no filter.</summary>
    public bool IsProse { get; init; }

    /// <summary>Whether it gets its name before tables that want the same, as formulas name it.</summary>
    public bool KeepsName { get; init; }

    /// <summary>Drop-down lists: index of the column and the range that holds its values, e.g. <c>choices!$C$2:$C$9</c>.</summary>
    public ImmutableArray<(int Column, string Range)> Lists { get; init; } = [];
}

/// <summary>The limits of a workbook, enforced before anything is written (outputs §2).</summary>
internal static class XlsxLimits
{
    /// <summary>Rows of a sheet, its header included.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Columns of a sheet.</summary>
    public const int Columns = 16_384;

    /// <summary>UTF-16 units of a cell.</summary>
    public const int CellUnits = 32_767;
}
