using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>An interview began at a time of day when people are not visited.</summary>
/// <remarks>By the device's own clock and zone. Source: cleaning §4.4.</remarks>
internal sealed class OddHour : TimeCheck
{
    private const string From = "from";
    private const string To = "to";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-10", "odd-hour");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(From, ParameterKind.Text, "06:00"), new(To, ParameterKind.Text, "20:00")];

    /// <inheritdoc/>
    protected override bool NeedsEnd => false;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var (from, to) = (Hour(context, From), Hour(context, To));
        foreach (var (row, begun) in Find(context))
            yield return Said(context, row, context.Interviews.Times.StartColumn, new FindingArgument("time", begun.ToString("HH:mm", CultureInfo.InvariantCulture)), new("from", Shown(from)), new("to", Shown(to)));
    }

    /// <summary>The interviews that began so, and when.</summary>
    public static IEnumerable<(int Row, TimeOnly Begun)> Find(CheckContext context)
    {
        var check = new OddHour();
        var (from, to) = (check.Hour(context, From), check.Hour(context, To));
        foreach (var row in context.Interviews.Timed.Rows)
            if (context.Interviews.Times.TimeOfDayOf(row) is { } begun && (begun < from || begun > to)) yield return (row, begun);
    }

    private TimeOnly Hour(CheckContext context, string name)
    {
        var text = context.Of(this).Text(name);
        return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : throw new InputException("settings/not-a-time", null, new("key", $"checks.{Id.Code}.{name}"), new FindingArgument("typed", text));
    }

    private static string Shown(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
