using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What a form's logic says of corrected answers.</summary>
internal sealed class LogicOutcome
{
    /// <summary>Cells that follow: calculations with their new text, questions that are not asked any more.</summary>
    public List<(CellPlace Place, string? Value, ChangeCause Cause, ResolvedLine? Line)> Followed { get; } = [];

    /// <summary>Lines whose value breaks its question's constraint at the final values.</summary>
    public List<(ResolvedLine Line, Question Question)> ConstraintBroken { get; } = [];

    /// <summary>Lines that answer a question that is hidden at the final values, with the outermost node that hides it.</summary>
    public List<(ResolvedLine Line, FormNode HiddenBy)> NotRelevant { get; } = [];

    /// <summary>Blank cells of questions that the log opened.</summary>
    public List<(CellPlace Place, Question Question, ResolvedLine Line)> NeedAnswer { get; } = [];

    /// <summary>Calculations that would have to run again and cannot.</summary>
    public List<(CellPlace Place, Question Question, ResolvedLine Line)> NotRecomputed { get; } = [];

    /// <summary>Adds what another worker found.</summary>
    public void Add(LogicOutcome other)
    {
        Followed.AddRange(other.Followed);
        ConstraintBroken.AddRange(other.ConstraintBroken);
        NotRelevant.AddRange(other.NotRelevant);
        NeedAnswer.AddRange(other.NeedAnswer);
        NotRecomputed.AddRange(other.NotRecomputed);
    }
}
