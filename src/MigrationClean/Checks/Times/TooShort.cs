using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>An interview was shorter than one can ask the questions.</summary>
/// <remarks>
/// By active time where there is an audit log, else from start to end. Where many interviews fall below, the limit does not fit the form: one finding says so
/// instead. Source: cleaning §4.4; published minima 25 (cleaningtools), 15 (HQ review), 5 (IPHRA, WFP), 30 (UNHCR).
/// </remarks>
internal sealed class TooShort : TimeCheck
{
    private const string MinMinutes = "min_minutes";
    private const string ErrorMinutes = "error_minutes";
    private const string PerMember = "min_per_member";
    private const string Members = "members";
    private const string MaxShare = "max_share";

    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("DUR-01", "interview-too-short");

    /// <summary>Its parameter: minutes that one event of an audit log counts for at most.</summary>
    internal const string Cap = "cap";

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new(MinMinutes, ParameterKind.Number, "25"), new(ErrorMinutes, ParameterKind.Number, "5"), new(PerMember, ParameterKind.Number),
        new(Members, ParameterKind.Text), new(MaxShare, ParameterKind.Number, "0.3"), new(Cap, ParameterKind.Number, "10"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var settings = context.Of(this);
        var limits = LimitsOf(context);
        var judged = interviews.Rows.Select(row => (Row: row, Minutes: context.Interviews.DurationOf(row), Limit: limits(row))).Where(i => i.Minutes is >= 0).ToList();
        if (judged.Count == 0) yield break;
        var below = judged.Where(i => i.Minutes < i.Limit).ToList();
        var median = Quantiles.MedianOf(judged.Select(i => i.Minutes!.Value));
        if (below.Count > settings.Number(MaxShare) * judged.Count)
        {
            yield return new()
            {
                Check = Id,
                Severity = Severity.Notice,
                Evidence = Evidence.Information,
                Variant = "limit",
                Location = context.Submissions.Main.LocationOf(0, context.Interviews.Times.EndColumn) with { Row = null, Line = null },
                Arguments =
                [
                    new("n", below.Count.ToString(CultureInfo.InvariantCulture)), new("all", judged.Count.ToString(CultureInfo.InvariantCulture)),
                    new("limit", Minutes(settings.Number(MinMinutes))), new("median", Minutes(median)),
                ],
            };
            yield break;
        }

        foreach (var (row, minutes, limit) in below)
            yield return Said(context, row, context.Interviews.Times.EndColumn, new("minutes", Minutes(minutes!.Value)), new("limit", Minutes(limit)), new("median", Minutes(median))) with
            {
                Severity = minutes < settings.Number(ErrorMinutes) ? Severity.Error : Severity,
            };
    }

    /// <summary>The fewest minutes of each interview, by row of the main table.</summary>
    public static Func<int, double> LimitsOf(CheckContext context)
    {
        var settings = context.Settings.Of(Check);
        var usual = settings.Number(MinMinutes);
        if (settings.NumberOrNull(PerMember) is not { } perMember || settings.TextOrNull(Members) is not { } name) return _ => usual;
        var main = context.Submissions.Main;
        var column = main.Find(name) ?? throw UnknownName.Of("question", Members, name, main.Columns.Select(c => c.Name));
        var sizes = new double[column.Value.ValueCount];
        for (var code = 1; code < sizes.Length; code++)
            sizes[code] = double.TryParse(column.Value.Text(code), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) ? size : 0;
        return row => sizes[column.Value.CodeAt(row)] is > 0 and var size ? perMember * size : usual;
    }
}
