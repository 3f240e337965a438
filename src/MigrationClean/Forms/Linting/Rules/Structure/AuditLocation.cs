using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The location parameters of an audit are not complete, or not what they may be.</summary>
internal sealed class AuditLocation : LintRule
{
    public override CheckId Id => new("LINT-35", "audit-location");

    private const string Priority = "location-priority", Interval = "location-min-interval", Age = "location-max-age";

    private static readonly ImmutableArray<string> Priorities = ["no-power", "low-power", "balanced", "high-accuracy"];

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var row in form.Rows)
        {
            if (row.Type.Type != QuestionType.Audit || row["parameters"] is not { } text) continue;
            var parameters = FormTree.ParametersOf(text);
            var missing = ((string[])[Priority, Interval, Age]).Where(name => !parameters.ContainsKey(name)).ToList();
            if (missing.Count == 3) continue;
            var place = form.PlaceOf(row, "parameters");
            if (missing.Count > 0) yield return Found(row, place, text, new FindingArgument("missing", string.Join("`, `", missing)));
            else if (!Priorities.Contains(parameters[Priority]))
                yield return Found(row, place, parameters[Priority], new("value", parameters[Priority]), new("allowed", string.Join("`, `", Priorities))) with { Variant = "priority" };
            else if (Seconds(parameters[Interval]) is not { } interval || Seconds(parameters[Age]) is not { } age)
                yield return Found(row, place, text) with { Variant = "seconds" };
            else if (age < interval)
                yield return Found(row, place, text) with { Variant = "age" };
        }
    }

    private static int? Seconds(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
