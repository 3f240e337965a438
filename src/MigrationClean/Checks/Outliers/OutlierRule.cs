using System.Collections.Immutable;
using MigrationClean.Checks.Settings;

namespace MigrationClean.Checks.Outliers;

/// <summary>A range by one of the rules in common use; what lies outside is an outlier by it.</summary>
/// <param name="Name">The rule, with its scale where that is not the raw one: <c>sd log1p</c>.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal sealed record OutlierRule(string Name, double Low, double High)
{
    private const double MadOfNormal = 1.4826;

    /// <summary>Names of the rules.</summary>
    public static ImmutableArray<string> Names { get; } = ["sd", "iqr", "mad", "percentile"];

    /// <summary>Whether a number is outside.</summary>
    public bool IsOut(double value) => value < Low || value > High;

    /// <summary>The rules of the settings on the answers to a question; a rule that finds no spread is left out.</summary>
    /// <param name="values">At least two.</param>
    /// <param name="parameters">Those of OUT-02.</param>
    public static IEnumerable<OutlierRule> Of(CountedValues values, ParameterValues parameters)
    {
        foreach (var name in parameters.Texts("rules"))
            switch (name)
            {
                case "sd":
                    foreach (var rule in Deviations(values, parameters)) yield return rule;
                    break;
                case "iqr":
                    var (quarter, threeQuarters) = (values.Quantile(0.25), values.Quantile(0.75));
                    var reach = parameters.Number("iqr") * (threeQuarters - quarter);
                    if (reach > 0) yield return new(name, quarter - reach, threeQuarters + reach);
                    break;
                case "mad":
                    var robust = values.Robust();
                    var far = parameters.Number("mad") * MadOfNormal * robust.Mad;
                    if (far > 0) yield return new(name, robust.Median - far, robust.Median + far);
                    break;
                default:
                    var p = parameters.Number("percentile");
                    yield return new(name, values.Quantile(p), values.Quantile(1 - p));
                    break;
            }
    }

    private static IEnumerable<OutlierRule> Deviations(CountedValues values, ParameterValues parameters)
    {
        var (k, scale) = (parameters.Number("sd"), parameters.Text("scale"));
        if (scale != "log1p" && values.StandardDeviation is > 0 and var deviation) yield return new("sd", values.Mean - (k * deviation), values.Mean + (k * deviation));
        if (scale == "raw" || values.Min <= -1) yield break;
        var logarithms = values.Map(v => Math.Log(v + 1));
        if (logarithms.StandardDeviation is > 0 and var spread)
            yield return new("sd log1p", Math.Exp(logarithms.Mean - (k * spread)) - 1, Math.Exp(logarithms.Mean + (k * spread)) - 1);
    }
}
