using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions;

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

    /// <summary>Values of the question that mean yes.</summary>
    public ImmutableArray<string> Accepted { get; init; } = [];

    /// <summary>Whether the settings declare that no consent question is needed, with a reason.</summary>
    public bool IsNotNeeded { get; init; }

    /// <summary>One verdict per row of the main table; empty if there is no question.</summary>
    public ImmutableArray<ConsentVerdict> Verdicts { get; init; } = [];

    /// <summary>Whether the gate is known: a question was found, or declared not needed.</summary>
    public bool IsKnown => IsNotNeeded || !Verdicts.IsEmpty || Question is not null;

    /// <summary>Whether a submission passes. Without a question everything passes where none is needed, nothing elsewhere.</summary>
    public bool Passes(int row) => Question is null ? IsNotNeeded : Verdicts[row] == ConsentVerdict.Given;

    /// <summary>
    /// Finds the consent question, the one of the settings or else by its words in three languages, and reads every submission's answer
    /// to it.
    /// </summary>
    /// <exception cref="Diagnostics.InputException">
    /// <c>settings/consent-…</c>: the settings name a question that no form has, that the export does not hold, that stands in a repeat,
    /// or that has none of the accepting choices.
    /// </exception>
    public static Consent Find(SubmissionSet submissions, ConsentSettings settings)
    {
        if (settings.NotNeeded.Length > 0) return new() { IsNotNeeded = true };
        if (ConsentQuestion.Find(submissions, settings) is not { } found) return new();

        var column = submissions.Main.AnswersOf(found.Question)!.Value;
        var byCode = new ConsentVerdict[column.ValueCount];
        for (var code = 0; code < byCode.Length; code++)
        {
            var text = column.Text(code).Trim();
            byCode[code] = text.Length == 0 ? ConsentVerdict.Blank : found.Accepted.Contains(text) ? ConsentVerdict.Given : ConsentVerdict.Refused;
        }

        return new() { Question = found.Question, Accepted = found.Accepted, Verdicts = [.. column.CodesOfAllRows().Select(code => byCode[code])] };
    }
}
