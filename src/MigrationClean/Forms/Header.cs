namespace MigrationClean.Forms;

/// <summary>A header of a form's sheet and what it means.</summary>
/// <param name="Text">As written.</param>
/// <param name="Name">The canonical name of its column; <see langword="null"/> if XLSForm has no such column.</param>
/// <param name="Language">The language of its texts; <see langword="null"/> if it names none.</param>
internal readonly record struct Header(string Text, string? Name, string? Language);
