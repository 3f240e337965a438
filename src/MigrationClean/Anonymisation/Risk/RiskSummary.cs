using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Risk;

/// <summary>Sizes of the groups of equal rows under one rule: how many rows are in groups below a size.</summary>
public sealed class GroupSizes
{
    private readonly int[] _sizes;

    internal GroupSizes(int[] sizes)
    {
        _sizes = sizes;
        Smallest = sizes.Length == 0 ? 0 : sizes.Min();
        MeanRisk = sizes.Length == 0 ? 0 : sizes.Average(f => 1.0 / f);
    }

    /// <summary>k: the size of the smallest group; 0 without rows.</summary>
    public int Smallest { get; }

    /// <summary>Mean of 1/f over the rows: the share that an attacker who knows who took part finds on average.</summary>
    public double MeanRisk { get; }

    /// <summary>Rows in groups of fewer than <paramref name="k"/> rows.</summary>
    public int Below(int k) => _sizes.Count(f => f < k);
}

/// <summary>A quasi-identifier that was counted, and what was done to it.</summary>
/// <param name="Question">Its column.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record RiskKey(string Question, string Method, string Parameters);

/// <summary>The risk of the main table as released: k on the plan's quasi-identifiers. Counts only. Source: anonymisation §4 and §7.</summary>
public sealed record RiskSummary
{
    /// <summary>The level.</summary>
    public required ReleaseLevel Level { get; init; }

    /// <summary>Whether it is a trial.</summary>
    public required bool IsTrial { get; init; }

    /// <summary>Released submissions.</summary>
    public required int Submissions { get; init; }

    /// <summary>The quasi-identifiers of the main table, in form order.</summary>
    public required ImmutableArray<RiskKey> Keys { get; init; }

    /// <summary>Rule S: the gate.</summary>
    public required GroupSizes Support { get; init; }

    /// <summary>Rule O: what a naive reader counts.</summary>
    public required GroupSizes Own { get; init; }

    /// <summary>Rule W: for comparison with other tools; <see langword="null"/> where it would take too long.</summary>
    public GroupSizes? Wildcard { get; init; }

    /// <summary>k that the level asks for.</summary>
    public int Threshold => Level.SmallestGroup();

    /// <summary>Measures the released columns, by code that shares nothing with the methods that made them.</summary>
    internal static RiskSummary Measure(
        ReleaseLevel level, bool isTrial, ImmutableArray<(ColumnDecision Question, AnonymisedColumn Column)> keys, int rows)
    {
        var counted = KAnonymity.Of([.. keys.Select(k => k.Column.Values)], rows);
        return new()
        {
            Level = level,
            IsTrial = isTrial,
            Submissions = rows,
            Keys = [.. keys.Select(k => new RiskKey(k.Column.Name, k.Question.Method!.Name, k.Question.Parameters.ToString()))],
            Support = new(counted.Support),
            Own = new(counted.Own),
            Wildcard = counted.Wildcard is { } wildcard ? new(wildcard) : null,
        };
    }
}
