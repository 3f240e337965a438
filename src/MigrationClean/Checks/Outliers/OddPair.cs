using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>Two numbers that go together do not: much spent by who earns little, many rooms for few people.</summary>
/// <remarks>
/// Off without declared pairs. Residuals of ln(y) on ln(x) by least squares, their modified z beyond the limit. Memory: 16 bytes a row for each
/// pair. Source: cleaning §4.5.
/// </remarks>
internal sealed class OddPair : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("OUT-03", "odd-pair");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool IsOn => false;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
        [new("pairs", ParameterKind.Pairs), new("z", ParameterKind.Number, "3.5"), new("min_n", ParameterKind.Whole, "30")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var (y, x) in context.Of(this).Pairs("pairs"))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            RefuseUnknown(context, y);
            RefuseUnknown(context, x);
            foreach (var column in context.Asked.Numbers.Columns.Where(c => c.Question.Name == y || c.Question.Path == y))
                foreach (var finding in Judge(context, column, x)) yield return finding;
        }
    }

    private IEnumerable<Finding> Judge(CheckContext context, NumericColumn column, string x)
    {
        var values = context.Of(this);
        if (RowValues.Of(context, column.Table, x, "pairs") is not { } other)
        {
            context.NotJudged(Id, column.Question.Name, "not-exported", column.Table.RowCount);
            yield break;
        }

        var rows = Rows(context, column, other, x);
        if (rows.Count < values.Whole("min_n"))
        {
            if (rows.Count > 0) context.NotJudged(Id, column.Question.Name, "too-few", rows.Count, new FindingArgument("least", values.Text("min_n")));
            yield break;
        }

        var residuals = Residuals([.. rows.Select(r => Math.Log(r.Y))], [.. rows.Select(r => Math.Log(r.X))]);
        var scale = RobustScale.Of((IEnumerable<double>)residuals);
        var limit = values.Number("z");
        for (var i = 0; i < residuals.Length; i++)
            if (Math.Abs(scale.Z(residuals[i])) > limit) yield return Found(context, rows[i], x, scale.Z(residuals[i]), limit);
    }

    private static List<(AskedColumn Version, int Row, double Y, double X)> Rows(CheckContext context, NumericColumn column, RowValues other, string x)
    {
        var codes = context.Asked.Numbers.Columns.FirstOrDefault(c => c.Question.Name == x || c.Question.Path == x)?.Codes;
        var marked = new bool[column.Counts.Length];
        for (var code = 1; code < marked.Length; code++) marked[code] = column.IsPlain(code) && column.Values[code] > 0;
        var rows = new List<(AskedColumn, int, double, double)>();
        foreach (var (version, row, code) in column.RowsOf(marked))
            if (other.NumberAt(row) is > 0 and var number && (codes?.OfNumber(number) ?? SpecialCode.None) == SpecialCode.None) rows.Add((version, row, column.Values[code], number));
        return rows;
    }

    private static double[] Residuals(double[] y, double[] x)
    {
        var (meanY, meanX) = (Sums.Mean(y), Sums.Mean(x));
        var spread = Sums.Of([.. x.Select(v => (v - meanX) * (v - meanX))]);
        var slope = spread > 0 ? Sums.Of([.. x.Zip(y, (a, b) => (a - meanX) * (b - meanY))]) / spread : 0;
        return [.. y.Select((v, i) => v - meanY - (slope * (x[i] - meanX)))];
    }

    private static void RefuseUnknown(CheckContext context, string name)
    {
        var known = context.Submissions.Forms.SelectMany(f => f.Questions).ToList();
        if (!known.Exists(q => q.Name == name || q.Path == name)) throw UnknownName.Of("question", "pairs", name, known.Select(q => q.Name));
    }

    private Finding Found(CheckContext context, in (AskedColumn Version, int Row, double Y, double X) at, string x, double z, double limit) => context.At(
        this,
        at.Version,
        at.Row,
        new("value", Significant.Text(at.Y), Sensitive: true),
        new("other", x),
        new("otherValue", Significant.Text(at.X), Sensitive: true)) with
    {
        Measure = Significant.Text(z),
        Threshold = $">{Significant.Text(limit)}",
    };
}
