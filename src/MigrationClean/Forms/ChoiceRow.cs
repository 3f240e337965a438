namespace MigrationClean.Forms;

/// <summary>A row of the choices sheet that names a list; its choice may lack a name.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Choice">What the row says, its name perhaps "".</param>
internal readonly record struct ChoiceRow(string List, Choice Choice);
