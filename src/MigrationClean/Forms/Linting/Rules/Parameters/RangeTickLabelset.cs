using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The list that labels the ticks of a range is not there, or its names are no values of the range.</summary>
internal sealed class RangeTickLabelset : LintRule
{
    public override CheckId Id => new("LINT-103", "range-tick-labelset");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var range in RangeParameters.In(form))
        {
            if (range.Cell["tick_labelset"] is not { } name || !range.IsSound) continue;
            if (!form.Lists.TryGetValue(name, out var list)) yield return Found(range, name, name);
            else if (Wrong(range, list) is { } wrong) yield return wrong;
        }
    }

    private Finding? Wrong(RangeParameters range, ChoiceList list)
    {
        HashSet<decimal> numbers = [];
        foreach (var choice in list.Choices)
        {
            if (RangeParameters.Number(choice.Name) is not { } number) return Found(range, list.Name, choice.Name) with { Variant = "number" };
            if (!range.Includes(number)) return Found(range, list.Name, choice.Name) with { Variant = "outside" };
            var interval = range.TickInterval is { } given and not 0 ? given : range.Step;
            if ((number - range.Start) % interval != 0) return Found(range, list.Name, choice.Name) with { Variant = "step" };
            numbers.Add(number);
        }

        var areEnds = numbers.SetEquals([range.Start, range.End]);
        return range.Appearance.Contains("no-ticks") && !areEnds ? Found(range, list.Name, list.Name) with { Variant = "ends" } : null;
    }

    private Finding Found(RangeParameters range, string list, string choice) => Found(range.Cell.Row, range.Cell.Place, $"tick_labelset={list}",
        new("list", list), new("choice", choice), new("start", range.Cell["start"] ?? "1"), new("end", range.Cell["end"] ?? "10"),
        new("step", range.Cell["tick_interval"] ?? range.Cell["step"] ?? "1"));
}
