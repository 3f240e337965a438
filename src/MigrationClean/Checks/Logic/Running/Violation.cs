using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>What kind of rule an answer breaks.</summary>
/// <remarks>The vectors' words for them are in xlsform §14.</remarks>
internal enum ViolationKind
{
    /// <summary>An answer to a question that was not to be asked.</summary>
    NotRelevant,

    /// <summary>A required answer is missing.</summary>
    Required,

    /// <summary>An answer breaks its constraint.</summary>
    Constraint,

    /// <summary>A stored calculation is another than the recomputed one.</summary>
    Calculation,

    /// <summary>A choice that the filter does not offer.</summary>
    Choice,

    /// <summary>Another number of iterations than the form asks for.</summary>
    RepeatCount,
}

/// <summary>One broken rule in one row. 56 bytes.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Element">The question or repeat, as the form's shape numbers it.</param>
/// <param name="Row">Row of the export's table that holds the question; for a repeat's count the row of the enclosing table.</param>
/// <param name="Expected">What the form would give: the recomputed value, the number of iterations; else <see langword="null"/>.</param>
/// <param name="Value">The choice in question, or the number of iterations; else <see langword="null"/>.</param>
internal readonly record struct Violation(ViolationKind Kind, int Element, int Row, string? Expected = null, string? Value = null)
{
    /// <summary>Whether only one of the two clients would say so.</summary>
    public bool DependsOnClient { get; init; }

    /// <summary>Whether a calculation that this one uses is out of date in the same row: the fault is there.</summary>
    public bool Follows { get; init; }

    /// <summary>The question to blame for a choice that is not offered, as the form's shape numbers it; 0 where it is the one that holds the choice.</summary>
    public int Blamed { get; init; }

    /// <summary>The question whose answer closed this one; <see langword="null"/> where they are more than two, or cannot be told.</summary>
    public Question? ClosedBy { get; init; }

    /// <summary>A second one, later in the form; <see langword="null"/> where the first alone did it.</summary>
    public Question? AlsoClosedBy { get; init; }

    /// <summary>Whether the choice is in no list at all: FORM-05's, and found where a single record is re-run.</summary>
    public bool IsUnlisted { get; init; }
}
