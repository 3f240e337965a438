using System.Collections.Immutable;

namespace MigrationClean.Diagnostics;

/// <summary>A named value in a message. One that comes from an answer is sensitive and is hidden unless asked for.</summary>
/// <param name="Name">The place in the message: <c>list</c> for <c>{list}</c>.</param>
/// <param name="Value">The text to put there.</param>
/// <param name="Sensitive">Whether it comes from an answer.</param>
public readonly record struct FindingArgument(string Name, string Value, bool Sensitive = false);

/// <summary>What one check says about one place: facts only. Words are made when it is shown, in the reader's language.</summary>
public sealed record Finding
{
    /// <summary>The check that found it.</summary>
    public required CheckId Check { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it rests on.</summary>
    public Evidence Evidence { get; init; } = Evidence.Fact;

    /// <summary>Where it is.</summary>
    public required Location Location { get; init; }

    /// <summary>Identity of the submission; <see langword="null"/> where the finding is about a sheet or file.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>The repeat's path without root (<c>grp/vuln</c>); <see langword="null"/> for the main part.</summary>
    public string? Table { get; init; }

    /// <summary>Position of the repeat row, 1-based, outermost first: <c>2/1</c>.</summary>
    public string? RowPath { get; init; }

    /// <summary>Name of the question, or <see langword="null"/>.</summary>
    public string? Question { get; init; }

    /// <summary>Path of the answer with the positions of repeats: <c>/data/grp[2]/vuln[1]/age</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Shared by the findings of one incident.</summary>
    public string? Group { get; init; }

    /// <summary>The value as stored (an answer: hidden unless asked for); <see langword="null"/> where the finding is about no single value.</summary>
    public string? Value { get; init; }

    /// <summary>The value the form or rule would give, where there is exactly one.</summary>
    public string? Expected { get; init; }

    /// <summary>The number that was compared, six significant digits: <c>5.2</c>; <see langword="null"/> where nothing was measured.</summary>
    public string? Measure { get; init; }

    /// <summary>The limit that it was compared with: <c>&gt;3.5</c>.</summary>
    public string? Threshold { get; init; }

    /// <summary>The other submission of a duplicate or overlap.</summary>
    public string? RelatedSubmission { get; init; }

    /// <summary>1-based rows of the other lines of a log that the finding is about; empty elsewhere.</summary>
    public ImmutableArray<int> RelatedRows { get; init; } = [];

    /// <summary>What became of it where a log is known; findings of a run without one are new.</summary>
    public FindingStatus Status { get; init; }

    /// <summary>A variant of the message's text: <c>label-stored</c> picks the text <c>FORM-05/label-stored</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>The message's named places.</summary>
    public ImmutableArray<FindingArgument> Arguments { get; init; } = [];

    /// <summary>Key of the message's texts in the message files.</summary>
    public string MessageKey => Variant is null ? Check.Code : $"{Check.Code}/{Variant}";
}

/// <summary>A rule that could not be judged, and for how many submissions: never counted as passed.</summary>
/// <param name="Check">The check.</param>
/// <param name="Question">The question, or <see langword="null"/>.</param>
/// <param name="Reason">Key of the reason's text under <c>reason/</c> in the message files.</param>
/// <param name="Submissions">Number of submissions (rows of the question's table) concerned.</param>
/// <param name="Arguments">The reason's named places.</param>
public sealed record NotJudged(CheckId Check, string? Question, string Reason, int Submissions, ImmutableArray<FindingArgument> Arguments);
