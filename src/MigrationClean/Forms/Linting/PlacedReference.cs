namespace MigrationClean.Forms.Linting;

/// <summary>A reference where it stands in the workbook.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Cell">The whole text of the cell.</param>
/// <param name="Header">The cell's column.</param>
/// <param name="Place">The cell.</param>
internal readonly record struct PlacedReference(FormReference Reference, string Cell, Header Header, FormPlace Place);
