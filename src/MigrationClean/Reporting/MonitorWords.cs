using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Diagnostics;
using MigrationClean.Monitoring;

namespace MigrationClean.Reporting;

/// <summary>The words and numbers of the supervisor's view in one language.</summary>
/// <param name="texts">The texts.</param>
internal sealed class MonitorWords(Messages texts)
{
    private const string Gate = "gate_";

    private static readonly HashSet<string> Shares = new(StringComparer.Ordinal)
    {
        "consent_rate", "duration_short", "active_share", "missing_rate", "dont_know_rate", "refusal_rate", "other_rate", "straight_lining", "digit_fives",
        "same_place", "outside_area", "sent_late", "back_check",
    };

    /// <summary>The language.</summary>
    public Language Language => texts.Language;

    /// <summary>A text of the view.</summary>
    public string Word(string name, params ReadOnlySpan<FindingArgument> arguments) => texts.Text($"monitor/{name}", "text", [.. arguments]);

    /// <summary>The name of a metric with its unit.</summary>
    public string NameOf(string metric) => OfMetric(metric, "text");

    /// <summary>What a metric means, in a sentence.</summary>
    public string MeaningOf(string metric) => OfMetric(metric, "meaning");

    /// <summary>What a kind of units is called, in the plural.</summary>
    public string KindOf(string by) => texts.Has($"monitor/by-{by}", "text") ? Word($"by-{by}") : by;

    /// <summary>The title of a check.</summary>
    public string TitleOf(string code) => texts.Text(code, "title");

    /// <summary>Whether a metric is a share, shown in percent.</summary>
    public static bool IsShare(string metric) => Shares.Contains(metric) || metric.StartsWith(Gate, StringComparison.Ordinal);

    /// <summary>A figure as it is shown: percent, minutes and indices with one decimal, ratios with two.</summary>
    public static string Shown(MetricValue figure) => figure.Value is { } value ? Shown(figure.Metric, value) : "";

    /// <summary>A whole number of things.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with one decimal; "" for none.</summary>
    public static string OneDecimal(double? number) => number is { } known ? Math.Round(known, 1).ToString("0.0", CultureInfo.InvariantCulture) : "";

    /// <summary>A share in percent with one decimal; "" of nothing.</summary>
    public static string Percent(int? part, int whole) => whole == 0 || part is null ? "" : OneDecimal(100.0 * part / whole);

    /// <summary>A day as the standard writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A figure and its mark in words, for a list of what stands out.</summary>
    public string Said(MetricValue figure) => Word("said", new("metric", NameOf(figure.Metric)), new("value", Shown(figure)), new FindingArgument("n", Number(figure.N)));

    /// <summary>What stands out at a unit: first what calls for action.</summary>
    public string StandsOut(MonitorUnit unit)
    {
        var parts = new List<string>();
        foreach (var (mark, word) in new[] { (Mark.Act, "act"), (Mark.Watch, "watch") })
        {
            var said = unit.Metrics.Where(m => m.Mark == mark).Select(Said).ToList();
            if (said.Count > 0) parts.Add($"{Word(word)}: {string.Join("; ", said)}");
        }

        return string.Join(". ", parts);
    }

    private static string Shown(string metric, double value) => metric switch
    {
        _ when IsShare(metric) => OneDecimal(100 * value),
        "busiest_day" or "near_duplicates" or "identical_points" or "odd_hours" or "overlaps" or "distribution" => value.ToString("0", CultureInfo.InvariantCulture),
        "nearest_ratio" or "silhouette" or "last_third_to_first" or "composite" => Math.Round(value, 2).ToString("0.00", CultureInfo.InvariantCulture),
        "length_slope" => Significant.Text(Math.Round(value, 4)),
        _ => OneDecimal(value),
    };

    private string OfMetric(string metric, string part) => metric.StartsWith(Gate, StringComparison.Ordinal)
        ? texts.Text("metric/gate", part, [new("question", metric[Gate.Length..])])
        : texts.Text($"metric/{metric}", part);
}
