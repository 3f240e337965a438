using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What corrections did to the facts that checks find: resolved, remaining, introduced (cleaning §6.8).</summary>
/// <remarks>A fact is the same if its check says it of the same place: another wrong value in the same cell is no new fault.</remarks>
internal sealed class FactChanges
{
    /// <summary>Facts that were found and are not any more.</summary>
    public int Resolved { get; private init; }

    /// <summary>Facts that were found and still are.</summary>
    public int Remaining { get; private init; }

    /// <summary>Facts that are there only now.</summary>
    public ImmutableArray<Finding> Introduced { get; private init; } = [];

    /// <summary>The report on the corrected data, with the introduced facts as errors and the resolved ones settled.</summary>
    public required CheckReport Report { get; init; }

    /// <summary>Compares the reports on raw and corrected data.</summary>
    /// <param name="before">The findings on the raw data.</param>
    /// <param name="after">The report on the corrected data.</param>
    public static FactChanges Of(IEnumerable<Finding> before, CheckReport after)
    {
        var facts = before.Where(IsFact).GroupBy(KeyOf).ToDictionary(c => c.Key, c => new Queue<Finding>(c));
        var introduced = ImmutableArray.CreateBuilder<Finding>();
        var findings = after.Findings.ToBuilder();
        for (var i = 0; i < findings.Count; i++)
        {
            if (!IsFact(findings[i]) || WasThere(facts, KeyOf(findings[i]))) continue;
            findings[i] = findings[i] with { Severity = Severity.Error };
            introduced.Add(findings[i]);
        }

        ImmutableArray<Finding> resolved = [.. facts.Values.SelectMany(left => left).Select(f => f with { Status = FindingStatus.Resolved }).Order(FindingOrder.Comparer)];
        return new()
        {
            Report = after with { Findings = findings.ToImmutable(), Settled = resolved },
            Introduced = introduced.ToImmutable(),
            Remaining = after.Findings.Count(IsFact) - introduced.Count,
            Resolved = resolved.Length,
        };
    }

    private static bool WasThere<T>(Dictionary<T, Queue<Finding>> facts, T key)
        where T : notnull => facts.TryGetValue(key, out var same) && same.TryDequeue(out _);

    private static bool IsFact(Finding finding) => finding.Evidence == Evidence.Fact && finding.Severity > Severity.Info;

    private static (string, string?, string?, string?, string?, string?) KeyOf(Finding finding) => finding.SubmissionId is null
        ? (finding.Check.Code, finding.Location.File, finding.Location.Sheet, finding.Location.Column, finding.Question, finding.Variant)
        : (finding.Check.Code, finding.SubmissionId, finding.Table, finding.RowPath, finding.Question, "");
}
