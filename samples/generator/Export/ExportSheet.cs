namespace MigrationClean.Samples.Export;

/// <summary>What the exporter does with a stored string when it writes typed cells.</summary>
internal enum CellKind
{
    Text,
    Number,
    Date,
    DateTime,
}

/// <summary>One sheet of an export: headers, how each column is typed, and the stored strings.</summary>
internal sealed class ExportSheet
{
    public required string Name { get; init; }

    public required IReadOnlyList<(string Header, CellKind Kind)> Columns { get; init; }

    public List<string[]> Rows { get; } = [];
}
