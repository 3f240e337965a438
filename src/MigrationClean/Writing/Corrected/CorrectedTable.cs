using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>One export of several, and what shall be different in its copy. Each export is written as a file of its own, whose name the caller chooses.</summary>
internal sealed record CorrectedTable
{
    /// <summary>The export. Never changed.</summary>
    public required InputFile Input { get; init; }

    /// <summary>Cells that change; at most one edit a cell. In any order.</summary>
    public IReadOnlyList<CellEdit> Edits { get; init; } = [];

    /// <summary>Rows that go. In any order.</summary>
    public IReadOnlyList<RowRemoval> Removed { get; init; } = [];

    /// <summary>Where the copy goes.</summary>
    public required OutputOptions Output { get; init; }
}
