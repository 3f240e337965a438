using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest;

/// <summary>A sheet that people filled in, cell by cell, with what a spreadsheet did to each: for logs, never for data.</summary>
/// <param name="File">The file's name as shown.</param>
/// <param name="Name">The sheet's name; <see langword="null"/> in a text file.</param>
/// <param name="Headers">Texts of row 1 by position, outer blanks cut.</param>
/// <param name="Rows">The rows below that hold anything.</param>
internal sealed record FilledSheet(string File, string? Name, ImmutableArray<string> Headers, ImmutableArray<FilledRow> Rows)
{
    /// <summary>First cell (1-based row, 0-based column) of each merged range.</summary>
    public ImmutableArray<(int Row, int Column)> Merged { get; init; } = [];

    /// <summary>Whether it is text, where a comma too many moves the rest of a line.</summary>
    public bool IsText => Name is null;
}

/// <summary>A row of a <see cref="FilledSheet"/>.</summary>
/// <param name="Number">1-based row as the spreadsheet shows it.</param>
/// <param name="Line">1-based physical line of a text file; elsewhere the row.</param>
/// <param name="IsHidden">Whether it is hidden or filtered away.</param>
/// <param name="Cells">Cells by position; as many as the sheet has headers.</param>
/// <param name="Beyond">0-based column of the first filled cell beyond the headers, or −1.</param>
internal sealed record FilledRow(int Number, int Line, bool IsHidden, ImmutableArray<FilledCell> Cells, int Beyond);

/// <summary>A cell of a <see cref="FilledRow"/>.</summary>
/// <param name="Text">Its text as it stands, "" where blank.</param>
/// <param name="Kind">In what form it stood in the file.</param>
internal readonly record struct FilledCell(string Text, CellKinds Kind);
