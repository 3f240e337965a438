using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Outliers;

/// <summary>One answer to a question is given by almost everybody, or by almost nobody.</summary>
/// <remarks>Off by default. What almost everybody says is told once for the question, what almost nobody says in every row. Source: cleaning §4.5.</remarks>
internal sealed class ValueShare : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("VAL-05", "value-share");

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
        [new("max_share", ParameterKind.Number, "0.9"), new("min_share", ParameterKind.Number), new("min_n", ParameterKind.Whole, "30")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var (most, least, fewest) = (values.Number("max_share"), values.NumberOrNull("min_share") ?? 0, values.Whole("min_n"));
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!(column.Question.Type.IsSelectOne() || column.Question.Type.IsNumeric()) || column.Question.Calculation is not null || !values.Questions.Takes(column.Question)) continue;
            var counts = Counts(column);
            var all = counts.Sum();
            if (all < fewest)
            {
                if (all > 0) context.NotJudged(Id, column.Question.Name, "too-few", all, new FindingArgument("least", values.Text("min_n")));
                continue;
            }

            for (var code = 1; code < counts.Length; code++)
                if ((double)counts[code] / all > most) yield return Frequent(context, column, code, counts[code], all, most);
            if (least <= 0) continue;
            foreach (var (first, codes) in column.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (codes[i] > 0 && (double)counts[codes[i]] / all < least) yield return Rare(context, column, first + i, codes[i], counts[codes[i]], all, least);
        }
    }

    private static int[] Counts(AskedColumn column)
    {
        var counts = new int[column.Column.Value.ValueCount];
        foreach (var (_, codes) in column.Blocks())
            foreach (var code in codes.AsSpan())
                if (code > 0) counts[code]++;
        return counts;
    }

    private Finding Frequent(CheckContext context, AskedColumn column, int code, int count, int all, double limit) =>
        CheckContext.AtColumn(this, column.Table, column.Column, [.. Arguments(context, column, code, count, all)]) with
        {
            Value = column.Column.Value.Text(code),
            Measure = Significant.Text((double)count / all),
            Threshold = $">{Significant.Text(limit)}",
        };

    private Finding Rare(CheckContext context, AskedColumn column, int row, int code, int count, int all, double limit) =>
        context.At(this, column.Table, row, column.Column, [.. Arguments(context, column, code, count, all)]) with
        {
            Variant = "rare",
            Measure = Significant.Text((double)count / all),
            Threshold = $"<{Significant.Text(limit)}",
        };

    private static IEnumerable<FindingArgument> Arguments(CheckContext context, AskedColumn column, int code, int count, int all) =>
    [
        .. context.Naming(column.Question),
        new("value", column.Column.Value.Text(code), Sensitive: true),
        new("percent", (100.0 * count / all).ToString("0.0", CultureInfo.InvariantCulture)),
        new("n", count.ToString(CultureInfo.InvariantCulture)),
        new("all", all.ToString(CultureInfo.InvariantCulture)),
    ];
}
