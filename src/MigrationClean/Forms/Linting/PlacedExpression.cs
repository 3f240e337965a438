namespace MigrationClean.Forms.Linting;

/// <summary>An expression of the form with what it belongs to.</summary>
/// <param name="Column">The canonical column or setting: <c>relevant</c>, <c>constraint</c>, <c>calculation</c>, <c>instance_name</c>.</param>
/// <param name="Expression">The text, words for yes and no turned into <c>true()</c> and <c>false()</c>, with its place.</param>
/// <param name="Node">The question or group; <see langword="null"/> for one of the settings. A row inside a loop or matrix comes once for each node.</param>
/// <param name="Row">The node's row, structures written out; <see langword="null"/> for one of the settings.</param>
internal sealed record PlacedExpression(string Column, FormExpression Expression, FormNode? Node, SurveyRow? Row);
