using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>An interview was unusually short or long among those that went the same way through the form.</summary>
/// <remarks>
/// Modified z of the logarithm of the minutes; the way is the set of top-level groups in which something is answered. Ways of fewer than <c>min_n</c> interviews are
/// judged against all. Source: cleaning §4.4; Tukey's rule on normalised response times, JSM 2019.
/// </remarks>
internal sealed class UnusualLength : TimeCheck
{
    private const string Limit = "limit";
    private const string MinN = "min_n";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-03", "interview-length-unusual");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Limit, ParameterKind.Number, "3.5"), new(MinN, ParameterKind.Whole, "30")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var (limit, least) = (context.Of(this).Number(Limit), context.Of(this).Whole(MinN));
        var judged = interviews.Rows.Select(row => (Row: row, Minutes: context.Interviews.DurationOf(row))).Where(i => i.Minutes is > 0).Select(i => (i.Row, Log: Math.Log(i.Minutes!.Value))).ToList();
        if (judged.Count < least)
        {
            if (judged.Count > 0) context.NotJudged(Id, null, "too-few-interviews", judged.Count);
            yield break;
        }

        var ways = Ways(context.Submissions);
        var ofAll = RobustScale.Of(judged.Select(i => i.Log));
        foreach (var way in judged.GroupBy(i => ways[i.Row]))
        {
            var scale = way.Count() < least ? ofAll : RobustScale.Of(way.Select(i => i.Log));
            foreach (var (row, log) in way)
            {
                var z = scale.Z(log);
                if (Math.Abs(z) <= limit) continue;
                yield return Said(
                    context, row, context.Interviews.Times.EndColumn,
                    new("minutes", Minutes(Math.Exp(log))), new("median", Minutes(Math.Exp(scale.Median))), new("n", way.Count() < least ? $"{judged.Count}" : $"{way.Count()}")) with
                {
                    Variant = z < 0 ? "short" : "long",
                };
            }
        }
    }

    // A hash of the set would do; sets of up to 64 groups are told exactly, further groups are left out.
    private static ulong[] Ways(SubmissionSet submissions)
    {
        const int MostGroups = 64;
        var ways = new ulong[submissions.Main.RowCount];
        var groups = submissions.Form.Questions.Select(TopOf).OfType<Group>().Distinct().Take(MostGroups).ToList();
        foreach (var table in submissions.Tables)
            foreach (var column in table.Columns)
            {
                if (column is not { Role: ColumnRole.Answer, Question: { HoldsAnswer: true, Calculation: null } question } || column.Value.IsBlank) continue;
                if (TopOf(question) is not { } top || groups.FindIndex(g => g.Name == top.Name) is not (>= 0 and var at)) continue;
                for (var row = 0; row < table.RowCount; row++)
                    if (column.Value.CodeAt(row) != 0 && table.RootRow(row) is >= 0 and var root) ways[root] |= 1UL << at;
            }

        return ways;
    }

    private static Group? TopOf(Question question) => question.Ancestors.FirstOrDefault();
}
