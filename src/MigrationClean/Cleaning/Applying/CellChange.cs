namespace MigrationClean.Cleaning.Applying;

/// <summary>Why a cell changed (cleaning §7).</summary>
internal enum ChangeCause
{
    /// <summary>A line says so.</summary>
    Log,

    /// <summary>The whole answer of a select_multiple followed a line on one of its choices.</summary>
    Parent,

    /// <summary>A choice's column, a part of a point or a link followed its question.</summary>
    Child,

    /// <summary>A calculation was run again.</summary>
    Recalculated,

    /// <summary>The question is not asked any more.</summary>
    Hidden,
}

/// <summary>A cell that holds something else after the log.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Value">Canonical text; <see langword="null"/> = blank.</param>
/// <param name="Cause">Why.</param>
/// <param name="Line">The line that led to it; of a calculation the first that it depends on.</param>
internal sealed record CellChange(CellPlace Place, string? Value, ChangeCause Cause, ResolvedLine? Line);
