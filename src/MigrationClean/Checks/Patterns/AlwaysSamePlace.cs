using System.Collections.Immutable;
using System.Text;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>Nearly every answer of an interview is the first choice on the screen, or nearly every one the last.</summary>
/// <remarks>Lists that are filtered, searched or shown in random order do not count: what stood first is not known. Source: cleaning §4.6.</remarks>
internal sealed class AlwaysSamePlace : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-07", "always-same-place");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_share", ParameterKind.Number, "0.9"), new("min_answers", ParameterKind.Whole, "20")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var (values, rows) = (context.Of(this), context.Submissions.Main.RowCount);
        var (first, last, all) = (new int[rows], new int[rows], new int[rows]);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (IsShownInOrder(column.Question) && values.Questions.Takes(column.Question)) Count(column, first, last, all);
        }

        var (most, least) = (values.Number("max_share"), values.Whole("min_answers"));
        for (var row = 0; row < rows; row++)
        {
            if (all[row] < least) continue;
            if ((double)first[row] / all[row] > most) yield return Found(context, row, first[row], all[row], null, most);
            else if ((double)last[row] / all[row] > most) yield return Found(context, row, last[row], all[row], "last", most);
        }
    }

    private static bool IsShownInOrder(Question question) =>
        question is { Choices.Choices.Length: > 1, ChoiceFilter: null, HasSearchedChoices: false, Calculation: null, IsReadOnly: false } && question.Type.IsSelectOne()
        && !(question.Parameters.GetValueOrDefault("randomize") ?? "").Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void Count(AskedColumn column, int[] first, int[] last, int[] all)
    {
        var (values, choices) = (column.Column.Value, column.Question.Choices!.Choices);
        var (isFirst, isLast) = (new bool[values.ValueCount], new bool[values.ValueCount]);
        for (var code = 1; code < isFirst.Length; code++)
        {
            isFirst[code] = values.Utf8(code).SequenceEqual(Encoding.UTF8.GetBytes(choices[0].Name));
            isLast[code] = values.Utf8(code).SequenceEqual(Encoding.UTF8.GetBytes(choices[^1].Name)) && !column.Question.HasOrOther;
        }

        foreach (var (start, codes) in column.Blocks())
            for (var i = 0; i < codes.Count; i++)
            {
                if (codes[i] <= 0 || column.RootOf(start + i) is not (>= 0 and var root)) continue;
                all[root]++;
                if (isFirst[codes[i]]) first[root]++;
                if (isLast[codes[i]]) last[root]++;
            }
    }

    private Finding Found(CheckContext context, int row, int part, int whole, string? variant, double limit) =>
        context.At(this, context.Submissions.Main, row, null, Shares.Arguments(part, whole)) with
        {
            Variant = variant,
            Measure = Significant.Text((double)part / whole),
            Threshold = $">{Significant.Text(limit)}",
        };
}
