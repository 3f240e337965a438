using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>How long it took from one date or instant to another, in bands: minutes between instants, months between dates. Source: anonymisation §3.4.</summary>
internal sealed class DurationBand : Method
{
    private const string Minutes = "0-14,15-29,30-44,45-59,60-89,90-119,120+";
    private const string Months = "0-2,3-5,6-11,12-23,24-35,36-59,60+";
    private const double DaysOfMonth = 365.25 / 12;

    public override string Name => "duration";

    public override int Strictness => 3;

    public override ImmutableArray<string> Parameters => ["from", "to", "bands"];

    public override string? WrongParameter(PlanParameters parameters) =>
        parameters["bands"] is { } bands && BandList.Read(bands) is null ? "bands" : null;

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var from = context.Other(context.Parameters["from"] ?? "start");
        var to = context.Other(context.Parameters["to"] ?? "end");
        var rows = column.Values.RowCount;
        var inMinutes = HasTimes(from) && HasTimes(to);
        var durations = new string?[rows];
        for (var row = 0; row < rows; row++)
            if (from is not null && to is not null) durations[row] = Between(from.TextAt(row), to.TextAt(row), inMinutes);

        var bands = BandList.Read(context.Parameters["bands"] ?? (inMinutes ? Minutes : Months))!;
        return Band.InBands(Column.FromTexts(durations), bands) with { Name = $"{column.Name}_duration", Published = inMinutes ? "unit=minutes" : "unit=months" };
    }

    private static bool HasTimes(Column? column)
    {
        for (var code = 1; code < (column?.ValueCount ?? 0); code++)
            if (column!.Text(code).Length > 10) return true;
        return false;
    }

    private static string? Between(string from, string to, bool inMinutes)
    {
        if (!Read(from, out var first) || !Read(to, out var last)) return null;
        var span = last - first;
        return BandList.Print(Math.Floor(inMinutes ? span.TotalMinutes : span.TotalDays / DaysOfMonth));
    }

    private static bool Read(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
