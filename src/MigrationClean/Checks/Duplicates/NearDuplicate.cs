using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Duplicates;

/// <summary>An interview is nearly the same as another one: copied and changed a little.</summary>
/// <remarks>
/// Each interview of a cluster is told once, with the one nearest to it and the number of others. How far interviews of this form are apart
/// from each other is told with it, so that the limit can be judged. Source: cleaning §4.7, Kuriakose and Robbins 2016.
/// </remarks>
internal sealed class NearDuplicate : SubmissionCheck
{
    private const int MostNamed = 10;
    private const int MostPairs = 1_000_000;

    /// <inheritdoc/>
    public override CheckId Id => new("DUP-03", "near-duplicate");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("max_differing", ParameterKind.Whole, "7"),
        new("min_share", ParameterKind.Number),
        new("min_compared", ParameterKind.Whole, "30"),
        new("error_differing", ParameterKind.Whole, "3"),
        new("scope", ParameterKind.Word, "all") { Words = ["all", "enumerator"] },
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var rule = RuleOf(values);
        var answers = context.Compared(values.Questions);
        if (answers.Questions.Length < rule.MinCompared) return []; // a form that never asks so many has nothing to be compared in

        var (matrix, limit) = (answers.Matrix, rule.LimitFor(answers.Questions.Length));
        var judged = Judged(answers, rule);
        if (judged.Length < answers.Rows.Length)
            context.NotJudged(Id, null, "few-compared", answers.Rows.Length - judged.Length, new FindingArgument("what", Number(rule.MinCompared)));
        if (judged.Length < 2) return [];

        var enumerators = Enumerators(context);
        var threads = context.Threads;
        var near = context.Near;
        if (near is { IsTooMany: false, PairsOfSets.IsEmpty: true, Equal.IsEmpty: true }) return [];

        var distances = NearestDistances.Of(matrix, judged, threads)!;
        if (near.IsTooMany)
        {
            context.NotJudged(Id, null, "all-alike", judged.Length, new("what", Number(limit)), new FindingArgument("median", Shown(distances.Median)));
            return [];
        }

        return Tell(context, answers, new(near, matrix), distances, enumerators, values.Whole("error_differing"));
    }

    /// <summary>The pairs of a set by the settings of this check. For its figures; kept in the context.</summary>
    public static NearInterviews Search(CheckContext context)
    {
        var values = context.Of(new NearDuplicate());
        var rule = RuleOf(values);
        var answers = context.Compared(values.Questions);
        var (judged, enumerators) = (Judged(answers, rule), Enumerators(context));
        var scopes = values.Text("scope") == "enumerator" ? judged.GroupBy(r => enumerators[r]).Where(g => g.Key != 0).Select(g => g.ToArray()) : [judged];
        return NearInterviews.Find(answers.Matrix, rule, scopes, MostPairs, context.Threads, context.Cancellation);
    }

    private static int[] Judged(ComparedAnswers answers, NearRule rule)
    {
        var limit = rule.LimitFor(answers.Questions.Length);
        return [.. answers.Rows.Where(r => answers.Matrix.Answered(r) + limit >= rule.MinCompared)];
    }

    /// <summary>The rule of the settings: with <c>min_share</c> alone, <c>max_differing</c> does not count.</summary>
    public static NearRule RuleOf(ParameterValues values)
    {
        var share = values.NumberOrNull("min_share");
        return new(share is null || values.IsGiven("max_differing") ? values.Whole("max_differing") : null, share, values.Whole("min_compared"));
    }

    /// <summary>A number for each row's enumerator, 0 = not known.</summary>
    public static int[] Enumerators(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (context.Interviews.Fieldwork.Enumerator is not { } name || main.Find(name) is not { } column) return new int[main.RowCount];
        var coded = CodedAnswers.Of(column.Value, isSet: false, text => context.IsBlank(text));
        return [.. Enumerable.Range(0, main.RowCount).Select(coded.At)];
    }

    private IEnumerable<Finding> Tell(CheckContext context, ComparedAnswers answers, Clusters clusters, NearestDistances distances, int[] enumerators, int errorDiffering)
    {
        var main = context.Submissions.Main;
        var dontKnow = new DontKnowAnswers(context, answers.Questions);
        foreach (var cluster in clusters.All)
        {
            var group = main.SubmissionIdOf(cluster[0]) ?? main.PlaceOf(cluster[0]);
            foreach (var row in cluster)
            {
                var pairs = clusters.PairsOf(row).ToList();
                var nearest = pairs[0];
                var other = Other(nearest, row);
                var isGrave = pairs.Exists(p => p.Differing <= errorDiffering && enumerators[p.A] != 0 && enumerators[p.A] == enumerators[p.B]);
                var found = context.At(
                    this,
                    main,
                    row,
                    null,
                    new("n", Number(nearest.Differing)),
                    new("compared", Number(nearest.Compared)),
                    new("other", main.PlaceOf(other)),
                    new("questions", string.Join(", ", answers.Matrix.DifferingColumns(row, other).Take(MostNamed).Select(c => Named(context, answers, c)))),
                    new("more", Number(cluster.Length - 2)),
                    new("others", string.Join(", ", pairs.Skip(1).Take(MostNamed).Select(p => $"{main.PlaceOf(Other(p, row))} ({p.Differing})"))),
                    new("dontKnow", Shown(dontKnow.Percent(row, other, nearest.Compared))),
                    new("min", Shown(distances.Min)),
                    new("p1", Shown(distances.P1)),
                    new("p5", Shown(distances.P5)),
                    new FindingArgument("median", Shown(distances.Median)));
                yield return found with
                {
                    Severity = isGrave ? Severity.Error : Severity,
                    Variant = Variant(nearest.Differing, cluster.Length),
                    Group = group,
                    RelatedSubmission = main.SubmissionIdOf(other),
                };
            }
        }
    }

    private static string? Variant(int differing, int size) => (differing, size) switch
    {
        (0, 2) => "equal",
        (0, _) => "equal-of-several",
        (_, 2) => null,
        _ => "of-several",
    };

    private static int Other(in NearPair pair, int row) => pair.A == row ? pair.B : pair.A;

    private static string Named(CheckContext context, ComparedAnswers answers, int column)
    {
        const int Longest = 40;
        var label = context.Naming(answers.Questions[column])[1].Value;
        return $"“{(label.Length > Longest ? $"{label[..Longest]}…" : label)}”";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
