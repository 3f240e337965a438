using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>A number lies far from what others answered.</summary>
/// <remarks>Median and median deviation, on the scale on which the answers lie evenly: one odd answer cannot hide another. Source: cleaning §4.5.</remarks>
internal sealed class RobustOutlier : SubmissionCheck
{
    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("OUT-01", "robust-outlier");

    /// <summary>Its parameters, which VAL-04 shares in.</summary>
    internal static readonly ImmutableArray<CheckParameter> ParametersOfSpread =
    [
        new("min_n", ParameterKind.Whole, "30"),
        new("zero_share", ParameterKind.Number, "0.1"),
    ];

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool GroupsBy => true;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
        [.. ParametersOfSpread, new("z", ParameterKind.Number, "3.5"), new("z_warning", ParameterKind.Number, "7"), new("iqr", ParameterKind.Number, "3")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var strong = context.Of(this).Number("z_warning");
        foreach (var spread in SpreadsOf(context))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (spread.All.Kind == SpreadKind.TooFew)
            {
                if (spread.Column.Counts.Sum() is > 0 and var rows) context.NotJudged(Id, spread.Column.Question.Name, "too-few", rows, new FindingArgument("least", context.Of(this).Text("min_n")));
                continue;
            }

            foreach (var (version, row, code, against) in spread.Where(IsOut)) yield return Found(context, version, row, spread.Column.Values[code], against, strong);
        }
    }

    /// <summary>The spread of every question that the settings do not leave out, in form order.</summary>
    internal IEnumerable<GroupedSpread> SpreadsOf(CheckContext context)
    {
        var values = context.Of(this);
        var limits = new SpreadLimits(values.Whole("min_n"), values.Number("zero_share"), values.Number("z"), values.Number("iqr"));
        foreach (var column in context.Asked.Numbers.Columns)
            if (values.Questions.Takes(column.Question)) yield return new(context, column, values.By, limits);
    }

    /// <summary>Whether a number is beyond the limits.</summary>
    internal static bool IsOut(Spread spread, double value) => Math.Abs(spread.Measure(value)) > spread.Limit;

    private Finding Found(CheckContext context, AskedColumn version, int row, double value, Spread against, double strong)
    {
        var measure = against.Measure(value);
        var isFence = against.Kind == SpreadKind.Fences;
        return context.At(
            this,
            version,
            row,
            new("value", Significant.Text(value), Sensitive: true),
            // Nobody lives with fewer than no people.
            new("low", Significant.Text(against.Values.Min >= 0 ? Math.Max(0, against.Low) : against.Low)),
            new("high", Significant.Text(against.High)),
            new("n", $"{against.Values.Count}")) with
        {
            Severity = !isFence && Math.Abs(measure) > strong ? Severity.Warning : Severity,
            Variant = value < against.Low ? "low" : null,
            Measure = double.IsFinite(measure) ? Significant.Text(measure) : null,
            Threshold = $">{Significant.Text(against.Limit)}",
        };
    }
}
