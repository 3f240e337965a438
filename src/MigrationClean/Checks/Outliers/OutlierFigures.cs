using System.Collections.Immutable;

namespace MigrationClean.Checks.Outliers;

/// <summary>How the answers to one numeric question lie, and how many stand out: figures for reviewers, no answers of a person by name.</summary>
/// <remarks>Source: cleaning §4.5, "Output for reviewers".</remarks>
internal sealed record OutlierFigures
{
    /// <summary>The question's name.</summary>
    public required string Question { get; init; }

    /// <summary>The repeat's path; <see langword="null"/> in the main part.</summary>
    public required string? Table { get; init; }

    /// <summary>The group, or <see langword="null"/> for all answers.</summary>
    public required string? Group { get; init; }

    /// <summary>By what is judged.</summary>
    public required SpreadKind Kind { get; init; }

    /// <summary>Answers judged: without reserved codes and zeros that were set aside.</summary>
    public required int N { get; init; }

    /// <summary>The smallest, P1, P25, median, P75, P99, the largest; empty where there is no answer.</summary>
    public required ImmutableArray<double> Quantiles { get; init; }

    /// <summary>The usual range; <see langword="null"/> where nothing is judged.</summary>
    public required (double Low, double High)? Limits { get; init; }

    /// <summary>Answers beyond the limits.</summary>
    public required int Findings { get; init; }

    /// <summary>The figures of every question, and of its groups below it, in form order.</summary>
    public static IEnumerable<OutlierFigures> Of(CheckContext context) =>
        new RobustOutlier().SpreadsOf(context).SelectMany(s => s.Groups.Select(g => Of(s, g.Name, g.Spread)).Prepend(Of(s, null, s.All)));

    private static OutlierFigures Of(GroupedSpread column, string? group, Spread spread)
    {
        var values = spread.Values;
        return new()
        {
            Question = column.Column.Question.Name,
            Table = column.Column.Table.Path,
            Group = group,
            Kind = spread.Kind,
            N = values.Count,
            Quantiles = values.Count == 0 ? [] : [.. new[] { 0, 0.01, 0.25, 0.5, 0.75, 0.99, 1 }.Select(values.Quantile)],
            Limits = spread.Kind is SpreadKind.TooFew or SpreadKind.None ? null : (spread.Low, spread.High),
            Findings = Enumerable.Range(0, values.Distinct).Where(i => RobustOutlier.IsOut(spread, values.Values[i])).Sum(i => values.Counts[i]),
        };
    }
}
