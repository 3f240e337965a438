using MigrationClean.Cleaning.Log;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Applying;

/// <summary>A line that was led to its place in the export.</summary>
internal sealed record ResolvedLine
{
    /// <summary>The line.</summary>
    public required LogEntry Entry { get; init; }

    /// <summary>Row of its submission in the main table.</summary>
    public required int MainRow { get; init; }

    /// <summary>The cell of the question's answer; of a removal the table and the row, with column −1.</summary>
    public required CellPlace Place { get; init; }

    /// <summary>The question in the version of the row; <see langword="null"/> for removals.</summary>
    public Question? Question { get; init; }

    /// <summary>The choice of a select_multiple that it is about; <see langword="null"/> where it is about the whole answer.</summary>
    public string? Option { get; init; }

    /// <summary>The new value in canonical form (of a choice <c>1</c> or <c>0</c>); <see langword="null"/> = blank, or nothing changes.</summary>
    public string? Value { get; init; }

    /// <summary>The old value as the line says it; "" = blank.</summary>
    public string Said { get; init; } = "";

    /// <summary>Whether the old value was not compared.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Whether the cell holds the new value already.</summary>
    public bool IsApplied { get; init; }

    /// <summary>Whether the old value fits what the cell holds.</summary>
    public bool FitsOld { get; init; } = true;

    /// <summary>Whether it changes a cell.</summary>
    public bool Changes => Entry.ChangeType is ChangeType.ChangeResponse or ChangeType.BlankResponse or ChangeType.AddOption or ChangeType.RemoveOption;

    /// <summary>Whether it removes a submission or a row.</summary>
    public bool Removes => Entry.ChangeType is ChangeType.RemoveSurvey or ChangeType.RemoveRow;

    /// <summary>Orders lines by what they say and not by where they stand, so that nothing depends on the order of the log.</summary>
    public (string, string, string) Rank => (Entry.EntryId ?? "~", Entry.ReviewedAt ?? "", Entry.ReviewedBy ?? "");
}
