using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>A battery of questions was answered with one and the same answer throughout.</summary>
/// <remarks>Source: cleaning §4.6.</remarks>
internal sealed class StraightLining : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-05", "straight-lining");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("min_items", ParameterKind.Whole, "5"), new("batteries", ParameterKind.Texts)];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var least = values.Whole("min_items");
        foreach (var battery in Battery.In(context, values.Questions, least, values.Texts("batteries")))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var (first, rows) in BatteryAnswers.Of(battery))
                for (var i = 0; i < rows.Count; i++)
                    if (rows[i].IsStraight(least)) yield return Found(context, battery, first + i, rows[i], least);
        }
    }

    private Finding Found(CheckContext context, Battery battery, int row, BatteryAnswers answers, int least)
    {
        var item = battery.Items.First(i => !i.IsBlank(i.Column.Value.CodeAt(row)));
        var code = item.Column.Value.CodeAt(row);
        var group = (Group)battery.Items[0].Question.Parent!;
        return context.At(
            this,
            item.Table,
            row,
            item.Column,
            [
                context.Naming(group)[1],
                new("battery", battery.Name),
                new("value", item.Column.Value.Text(code), Sensitive: true),
                new("n", answers.Answered.ToString(CultureInfo.InvariantCulture)),
                new("run", answers.LongestRun.ToString(CultureInfo.InvariantCulture)),
                new("share", Significant.Text((double)answers.Modal / answers.Answered)),
            ]) with
        {
            Measure = Significant.Text(answers.Answered),
            Threshold = $">={least}",
            Group = $"{Id.Code}/{item.Table.SubmissionIdOf(row)}/{battery.Name}",
        };
    }
}
