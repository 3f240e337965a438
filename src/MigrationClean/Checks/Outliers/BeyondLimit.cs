using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Checks.Outliers;

/// <summary>A number is beyond a limit that the team set: soft ones ask for a look, hard ones stand in for a constraint.</summary>
/// <remarks>
/// A limit may be an expression on the answers of the same row; where one of them is blank nothing is judged, and the summary says how often. A number that the question
/// declares to stand for no answer is left to VAL-01. Source: cleaning §4.5.
/// </remarks>
internal sealed class BeyondLimit : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("VAL-03", "beyond-limit");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [.. QuestionLimits.Names.Reverse().Select(n => new CheckParameter(n, ParameterKind.Map))];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<RowExpression> Asks(CheckContext context) => RowLimit.Expressions(context, Id, context.Of(this));

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        QuestionLimits.RefuseUnknown(context, values);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!values.Questions.Takes(column.Question)) continue;
            var limits = RowLimit.Of(context, Id, column, values);
            if (limits.Count == 0) continue;
            foreach (var finding in Judge(context, column, limits)) yield return finding;
        }
    }

    private IEnumerable<Finding> Judge(CheckContext context, AskedColumn column, List<RowLimit> limits)
    {
        var numbers = Numbers(column, SpecialCodes.Of(column.Question, context.Settings));
        foreach (var (first, codes) in column.Blocks())
            for (var i = 0; i < codes.Count; i++)
            {
                if (codes[i] <= 0 || double.IsNaN(numbers[codes[i]])) continue;
                foreach (var limit in limits)
                {
                    var at = limit.At(first + i);
                    var isBeyond = QuestionLimits.IsLowest(limit.Name) ? numbers[codes[i]] < at : numbers[codes[i]] > at;
                    if (!isBeyond) continue;
                    yield return Found(context, column, first + i, numbers[codes[i]], limit.Name, at);
                    break;
                }
            }

        foreach (var limit in limits) limit.TellUnknown(context, Id, column.Question);
    }

    private static double[] Numbers(AskedColumn column, SpecialCodes codes)
    {
        var (values, isTyped) = (column.Column.Value, column.Column.Raw.Kinds.HasFlag(CellKinds.Number));
        var numbers = new double[values.ValueCount];
        for (var code = 0; code < numbers.Length; code++)
        {
            numbers[code] = NumericColumn.Read(values.Utf8(code), isTyped);
            if (!double.IsNaN(numbers[code]) && codes.DeclaredAs(numbers[code]) != SpecialCode.None) numbers[code] = double.NaN;
        }

        return numbers;
    }

    private Finding Found(CheckContext context, AskedColumn column, int row, double value, string name, double limit)
    {
        var (isHard, isLowest) = (QuestionLimits.IsHard(name), QuestionLimits.IsLowest(name));
        return context.At(this, column, row, new("value", Significant.Text(value), Sensitive: true), new("limit", Significant.Text(limit), Sensitive: true), new("name", name)) with
        {
            Severity = isHard ? Severity.Error : Severity,
            Evidence = isHard ? Evidence.Fact : Evidence,
            Variant = isHard ? isLowest ? "hard-below" : "hard-above" : isLowest ? "below" : null,
            Measure = Significant.Text(value),
            Threshold = $"{(isLowest ? '<' : '>')}{Significant.Text(limit)}",
        };
    }
}
