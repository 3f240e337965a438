using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>Many questions of an interview took far less time than the same questions took with others.</summary>
/// <remarks>The logarithm of the seconds lies below the mean less two standard deviations of that question. Source: cleaning §4.4, utilityR.</remarks>
internal sealed class HurriedInterview : AuditCheck
{
    private const string Deviations = "sd";
    private const string MaxShare = "max_share";
    private const string MinN = "min_n";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-07", "hurried-interview");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Deviations, ParameterKind.Number, "2"), new(MaxShare, ParameterKind.Number, "0.3"), new(MinN, ParameterKind.Whole, "10")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, int[] rows)
    {
        var settings = context.Of(this);
        var (deviations, share, least) = (settings.Number(Deviations), settings.Number(MaxShare), settings.Whole(MinN));
        if (rows.Length < least) yield break;
        var limits = rows
            .SelectMany(row => context.Interviews.AuditOf(row)!.Questions.Where(q => q.Value.Seconds is > 0))
            .GroupBy(q => q.Key, q => Math.Log(q.Value.Seconds!.Value), StringComparer.Ordinal)
            .Select(g => (g.Key, Logs: g.ToArray()))
            .Where(g => g.Logs.Length >= least)
            .ToDictionary(g => g.Key, g => Sums.Mean(g.Logs) - (deviations * Sums.StandardDeviation(g.Logs)), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var judged = context.Interviews.AuditOf(row)!.Questions.Where(q => q.Value.Seconds is > 0 && limits.ContainsKey(q.Key)).ToList();
            var fast = judged.Count(q => Math.Log(q.Value.Seconds!.Value) < limits[q.Key]);
            if (judged.Count == 0 || fast <= share * judged.Count) continue;
            yield return Said(context, row, new("n", $"{fast}"), new("all", $"{judged.Count}"), new("share", Percent((double)fast / judged.Count)));
        }
    }
}
