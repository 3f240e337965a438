using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>A number is an outlier by a rule that a team has to report: mean and standard deviation, quartiles, median deviation, percentiles.</summary>
/// <remarks>Off by default: OUT-01 is the better rule. The multiplier that is named is the one that is used. Source: cleaning §4.5.</remarks>
internal sealed class CompatibleOutlier : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("OUT-02", "rule-outlier");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override bool IsOn => false;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("rules", ParameterKind.Texts, "sd"),
        new("scale", ParameterKind.Word, "raw") { Words = ["raw", "log1p", "both"] },
        new("sd", ParameterKind.Number, "3"),
        new("iqr", ParameterKind.Number, "1.5"),
        new("mad", ParameterKind.Number, "3.5"),
        new("percentile", ParameterKind.Number, "0.01"),
    ];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        foreach (var rule in values.Texts("rules"))
            if (!OutlierRule.Names.Contains(rule)) throw new InputException("settings/word-unknown", null, new("key", "rules"), new("name", rule), new FindingArgument("known", string.Join(", ", OutlierRule.Names)));
        foreach (var column in context.Asked.Numbers.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!values.Questions.Takes(column.Question) || column.Plain() is not { Count: > 1 } plain) continue;
            var rules = OutlierRule.Of(plain, values).ToList();
            var marked = new bool[column.Counts.Length];
            for (var code = 1; code < marked.Length; code++) marked[code] = column.Counts[code] > 0 && column.IsPlain(code) && rules.Exists(r => r.IsOut(column.Values[code]));
            foreach (var (version, row, code) in column.RowsOf(marked)) yield return Found(context, version, row, column.Values[code], rules);
        }
    }

    private Finding Found(CheckContext context, AskedColumn version, int row, double value, List<OutlierRule> rules)
    {
        var broken = rules.Where(r => r.IsOut(value)).ToList();
        return context.At(
            this,
            version,
            row,
            new("value", Significant.Text(value), Sensitive: true),
            new("rules", string.Join(", ", broken.Select(r => r.Name))),
            new("low", Significant.Text(broken[0].Low)),
            new("high", Significant.Text(broken[0].High))) with
        {
            Measure = Significant.Text(value),
            Threshold = value < broken[0].Low ? $"<{Significant.Text(broken[0].Low)}" : $">{Significant.Text(broken[0].High)}",
        };
    }
}
