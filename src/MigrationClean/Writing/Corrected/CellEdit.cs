namespace MigrationClean.Writing.Corrected;

/// <summary>A new raw text for one cell of an export.</summary>
/// <param name="Sheet">The sheet's name as <see cref="Diagnostics.Location"/> shows it: <see langword="null"/> in CSV and for the main part of JSON.</param>
/// <param name="Row">1-based row as <see cref="Diagnostics.Location"/> shows it; in JSON the position of the result, or of the repeat's entry over all results.</param>
/// <param name="Column">1-based position of the column in its sheet, also where the row is shorter or holds no such cell.</param>
/// <param name="Value">The text that reading the output shall give; <see langword="null"/> or empty = blank.</param>
internal sealed record CellEdit(string? Sheet, int Row, int Column, string? Value);

/// <summary>A row of an export that the output shall not have.</summary>
/// <param name="Sheet">The sheet's name, as in <see cref="CellEdit"/>.</param>
/// <param name="Row">1-based row, as in <see cref="CellEdit"/>. In JSON a removed result takes its repeats' entries with it.</param>
internal sealed record RowRemoval(string? Sheet, int Row);
