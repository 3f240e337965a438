using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>Many questions were answered faster than their labels can be read aloud.</summary>
/// <remarks>
/// A label takes its length divided by 25 characters a second (speech is nearer 15), one second at least; a question may have a limit of its own. Questions of type text,
/// number and select alone. Source: cleaning §4.4.
/// </remarks>
internal sealed class FastQuestions : AuditCheck
{
    private const string MaxShare = "max_share";
    private const string Speed = "characters_per_second";
    private const string Limits = "limits";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-06", "fast-questions");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MaxShare, ParameterKind.Number, "0.3"), new(Speed, ParameterKind.Number, "25"), new(Limits, ParameterKind.Map)];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, int[] rows)
    {
        var (share, limits) = (context.Of(this).Number(MaxShare), LimitsOf(context));
        foreach (var row in rows)
        {
            var judged = context.Interviews.AuditOf(row)!.Questions.Where(q => q.Value.Seconds is not null && limits.ContainsKey(q.Key)).ToList();
            var fast = judged.Count(q => q.Value.Seconds < limits[q.Key]);
            if (judged.Count == 0 || fast <= share * judged.Count) continue;
            yield return Said(context, row, new("n", $"{fast}"), new("all", $"{judged.Count}"), new("share", Percent((double)fast / judged.Count)));
        }
    }

    private Dictionary<string, double> LimitsOf(CheckContext context)
    {
        var speed = context.Of(this).Number(Speed);
        var own = context.Of(this).Pairs(Limits).ToDictionary(p => p.First, p => double.Parse(p.Second, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return context.Submissions.Form.Questions
            .Where(q => q.Type is QuestionType.Text or QuestionType.Integer or QuestionType.Decimal || q.Type.IsSelectOne() || q.Type.IsSelectMultiple())
            .ToDictionary(q => q.Path, q => own.TryGetValue(q.Name, out var limit) ? limit : Math.Max(1, (q.Label.InOrFirst(context.LabelLanguage)?.Length ?? 0) / speed), StringComparer.Ordinal);
    }
}
