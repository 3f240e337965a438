using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>A number is ten, a hundred or a thousand times what others answered, or as small a part of it: a wrong unit or a zero too many.</summary>
/// <remarks>The number that would fit is a hint for the follow-up and never applied by itself. Source: cleaning §4.5.</remarks>
internal sealed class UnitSlip : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("VAL-04", "unit-slip");

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
    [
        .. RobustOutlier.ParametersOfSpread,
        new("factors", ParameterKind.Texts, "10;100;1000"),
        new("tolerance", ParameterKind.Number, "0.1"),
        new("z", ParameterKind.Number, "2.5"),
    ];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var limits = new SpreadLimits(values.Whole("min_n"), values.Number("zero_share"), values.Number("z"), Iqr: 0);
        var (factors, tolerance) = (Factors(values), values.Number("tolerance"));
        foreach (var column in context.Asked.Numbers.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!values.Questions.Takes(column.Question)) continue;
            var spreads = new GroupedSpread(context, column, values.By, limits);
            if (spreads.All.Kind == SpreadKind.TooFew)
            {
                if (column.Counts.Sum() is > 0 and var rows) context.NotJudged(Id, column.Question.Name, "too-few", rows, new FindingArgument("least", values.Text("min_n")));
                continue;
            }

            foreach (var (version, row, code, spread) in spreads.Where((s, v) => FactorOf(s, v, factors, tolerance, limits.Z) != 0))
                yield return Found(context, version, row, column.Values[code], spread, FactorOf(spread, column.Values[code], factors, tolerance, limits.Z), limits.Z);
        }
    }

    private static double[] Factors(ParameterValues values)
    {
        double[] factors = [.. values.Texts("factors").Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
        return [.. factors, .. factors.Select(f => 1 / f)];
    }

    /// <summary>By which factor an answer is off; 0 = by none.</summary>
    private static double FactorOf(Spread spread, double value, double[] factors, double tolerance, double z)
    {
        if (spread.Kind is SpreadKind.TooFew or SpreadKind.None || value == 0 || spread.Values.Median is 0 or double.NaN) return 0;
        var ratio = value / spread.Values.Median;
        foreach (var factor in factors)
            if (Math.Abs(ratio - factor) <= tolerance * factor) return Math.Abs(spread.Z(value)) > z ? factor : 0;
        return 0;
    }

    private Finding Found(CheckContext context, AskedColumn version, int row, double value, Spread spread, double factor, double z)
    {
        var expected = Significant.Text(value / factor);
        return context.At(
            this,
            version,
            row,
            new("value", Significant.Text(value), Sensitive: true),
            new("factor", Significant.Text(factor > 1 ? factor : 1 / factor)),
            new("expected", expected, Sensitive: true),
            new("median", Significant.Text(spread.Values.Median))) with
        {
            Expected = expected,
            Variant = factor > 1 ? null : "small",
            Measure = Significant.Text(spread.Z(value)),
            Threshold = $">{Significant.Text(z)}",
        };
    }
}
