using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>What a SARIF log tells, whichever verb found it.</summary>
/// <param name="Verb">The verb: <c>validate</c>, <c>lint</c>.</param>
/// <param name="Rules">All rules of the verb; results point into this list.</param>
/// <param name="Artifacts">The files looked at, with a digest where one may be told.</param>
/// <param name="Findings">The findings in report order.</param>
internal sealed record SarifRun(
    string Verb, ImmutableArray<SarifRule> Rules, ImmutableArray<(string File, string? Sha256)> Artifacts, ImmutableArray<Finding> Findings)
{
    /// <summary>The place of a finding's rule in the list.</summary>
    public int RuleIndex(Finding finding) => Position(Rules, rule => rule.Id.Code == finding.Check.Code);

    /// <summary>The place of a file among the artifacts, or −1.</summary>
    public int ArtifactIndex(string file) => Position(Artifacts, artifact => artifact.File == file);

    private static int Position<T>(ImmutableArray<T> items, Func<T, bool> isMeant)
    {
        for (var i = 0; i < items.Length; i++)
            if (isMeant(items[i])) return i;
        return -1;
    }
}
