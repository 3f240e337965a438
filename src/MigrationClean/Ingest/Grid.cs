using System.Collections.Immutable;

namespace MigrationClean.Ingest;

/// <summary>A small sheet as texts: forms, and the tables that people edit. Not for data: it holds a string a cell.</summary>
/// <param name="File">The file's name as shown.</param>
/// <param name="Name">The sheet's name; <see langword="null"/> in CSV.</param>
/// <param name="Headers">Texts of row 1 by position, trimmed, "" where empty.</param>
/// <param name="Rows">The rows below, blank ones left out.</param>
public sealed record Grid(string File, string? Name, ImmutableArray<string> Headers, ImmutableArray<GridRow> Rows);

/// <summary>A row of a <see cref="Grid"/>.</summary>
/// <param name="Number">1-based row number as the spreadsheet shows it.</param>
/// <param name="Cells">Texts by position, "" where blank; as many as the grid has headers.</param>
public sealed record GridRow(int Number, ImmutableArray<string> Cells);
