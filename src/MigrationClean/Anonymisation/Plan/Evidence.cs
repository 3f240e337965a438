using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>A reason for a role: the key of its text and the text's places. Never an answer.</summary>
/// <param name="Key">Under <c>plan/</c> in the message files.</param>
/// <param name="Arguments">The text's places.</param>
internal sealed record Evidence(string Key, params ImmutableArray<FindingArgument> Arguments)
{
    /// <summary>The reason in words.</summary>
    public string In(Language language) => Messages.For(language).Text($"plan/{Key}", "text", Arguments);
}

/// <summary>What is proposed for a question or column.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Kind">What its answers are.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, <c>low</c>.</param>
/// <param name="Evidence">Why.</param>
internal sealed record Proposal(PrivacyRole Role, AnswerKind Kind, string Confidence, ImmutableArray<Evidence> Evidence)
{
    /// <summary>The proposal with a stricter role, for a further reason.</summary>
    public Proposal Raised(PrivacyRole role, string confidence, Evidence evidence) =>
        this with { Role = role, Confidence = confidence, Evidence = Evidence.Add(evidence) };
}
