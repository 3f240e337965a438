namespace MigrationClean.Forms;

/// <summary>Two headers of a sheet of which the converters can take one alone.</summary>
/// <param name="First">The header on the left.</param>
/// <param name="Second">The header on the right.</param>
/// <param name="Position">0-based position of the second one.</param>
/// <param name="IsSameText">Whether both are written alike; else they are two spellings of one column.</param>
internal readonly record struct HeaderClash(Header First, Header Second, int Position, bool IsSameText);
