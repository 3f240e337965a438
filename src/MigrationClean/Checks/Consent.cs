using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>What a submission says to the consent question.</summary>
public enum ConsentVerdict : byte
{
    /// <summary>An accepting choice.</summary>
    Given,

    /// <summary>Any other answer.</summary>
    Refused,

    /// <summary>No answer: counts as no.</summary>
    Blank,
}

/// <summary>The consent gate: which question asks, and what each submission answered. Explicit yes only.</summary>
public sealed class Consent
{
    /// <summary>The consent question; <see langword="null"/> if none was found or none is needed.</summary>
    public Question? Question { get; init; }

    /// <summary>Whether the settings declare that no consent question is needed, with a reason.</summary>
    public bool IsNotNeeded { get; init; }

    /// <summary>One verdict per row of the main table; empty if there is no question.</summary>
    public ImmutableArray<ConsentVerdict> Verdicts { get; init; } = [];

    /// <summary>Whether the gate is known: a question was found, or declared not needed.</summary>
    public bool IsKnown => IsNotNeeded || !Verdicts.IsEmpty || Question is not null;

    /// <summary>Whether a submission passes. Without a question everything passes where none is needed, nothing elsewhere.</summary>
    public bool Passes(int row) => Question is null ? IsNotNeeded : Verdicts[row] == ConsentVerdict.Given;
}
