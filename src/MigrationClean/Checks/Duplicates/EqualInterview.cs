using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Duplicates;

/// <summary>Two submissions with different identifiers hold the same answers, repeats included.</summary>
/// <remarks>
/// Compared are the questions of DUP-03 and all repeats: who types an interview again is at another place at another time. Refusals are left
/// out: they hold no interview that could be the same. Source: cleaning §4.7.
/// </remarks>
internal sealed class EqualInterview : SubmissionCheck
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public override CheckId Id => new("DUP-01", "equal-interview");

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("min_answers", ParameterKind.Whole, "5")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        foreach (var group in Groups(context))
        {
            var key = main.SubmissionIdOf(group[0]) ?? main.PlaceOf(group[0]);
            foreach (var row in group)
            {
                var others = group.Where(r => r != row).ToList();
                yield return context.At(
                    this,
                    main,
                    row,
                    null,
                    new("n", Number(others.Count)),
                    new FindingArgument("others", string.Join(", ", others.Take(MostNamed).Select(main.PlaceOf)))) with
                {
                    Group = key,
                    RelatedSubmission = main.SubmissionIdOf(others[0]),
                };
            }
        }
    }

    private IEnumerable<int[]> Groups(CheckContext context)
    {
        var answers = context.Compared(context.Of(this).Questions);
        var least = context.Of(this).Whole("min_answers");
        int[] rows = [.. answers.Rows.Where(r => (context.Consent.Question is null || context.Consent.Passes(r)) && answers.Matrix.Answered(r) >= least)];
        var repeats = new Lazy<EqualRepeats>(() => new(context));
        foreach (var same in EqualRows.Of(answers.Matrix, rows).Where(c => c.Length > 1))
            foreach (var group in repeats.Value.Parted(same).Where(g => g.Count > 1)) yield return [.. group];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
