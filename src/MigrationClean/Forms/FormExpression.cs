namespace MigrationClean.Forms;

/// <summary>A place in a form, as the spreadsheet shows it.</summary>
/// <param name="Sheet">Sheet, e.g. <c>survey</c>.</param>
/// <param name="Row">1-based row; the header is row 1. In asset JSON and JSON rows the first object is row 2.</param>
/// <param name="Column">The header as written.</param>
public readonly record struct FormPlace(string Sheet, int Row, string Column);

/// <summary>An expression of the form, as text with its place. <c>yes</c>-words are turned into <c>true()</c>, <c>no</c>-words into <c>false()</c>.</summary>
/// <param name="Text">The XPath text as written, quotes straightened.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FormExpression(string Text, FormPlace Place);
