using System.Collections.Immutable;
using MigrationClean.Checks.Logic;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Structure;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Sample;

/// <summary>Which rows of the planned sample each collected interview counts for.</summary>
/// <remarks>Collected is what was consented to and does not leave as a copy (cleaning §4.9).</remarks>
internal sealed class SampleFrame
{
    private const char Separator = '\u001F';

    private readonly CheckContext _context;
    private readonly Dictionary<string, int[]> _rowsByStratum = new(StringComparer.Ordinal);
    private readonly Column?[] _strata;
    private readonly Column? _pointColumn;

    /// <summary>Matches a sample with a set's submissions.</summary>
    public SampleFrame(CheckContext context, PlannedSample sample)
    {
        (_context, Sample) = (context, sample);
        var main = context.Submissions.Main;
        _strata = [.. sample.Strata.Select(q => main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Path == q.Path)?.Value)];
        _pointColumn = context.Submissions.Forms.SelectMany(f => f.Questions).FirstOrDefault(q => q.Name == "point" && q.Repeat is null) is { } point ? main.AnswersOf(point)?.Value : null;
        Days = InterviewDays.Of(context);
        var copies = Structure.Duplicates.Find(context.Submissions).SelectMany(g => g.Copies).Where(c => c.Kind != DuplicateKind.Different).Select(c => c.Row).ToHashSet();
        Collected = [.. Enumerable.Range(0, main.RowCount).Where(r => !copies.Contains(r) && (context.Consent.Question is null || context.Consent.Passes(r)))];
    }

    /// <summary>The sample.</summary>
    public PlannedSample Sample { get; }

    /// <summary>The collected interviews: rows of the main table.</summary>
    public ImmutableArray<int> Collected { get; }

    /// <summary>The day number of each row of the main table; 0 = not known.</summary>
    public int[] Days { get; }

    /// <summary>A stratum question that the export does not hold, or <see langword="null"/>: then nothing can be counted.</summary>
    public string? NotExported => Enumerable.Range(0, _strata.Length).Where(i => _strata[i] is null).Select(i => Sample.Strata[i].Name).FirstOrDefault();

    /// <summary>The answers of an interview to the stratum questions.</summary>
    public string[] StratumOf(int row) => [.. _strata.Select(c => c?.TextAt(row).Trim() ?? "")];

    /// <summary>The rows of the sample whose stratum an interview agrees with, whatever the day.</summary>
    public int[] RowsOf(int row)
    {
        var stratum = StratumOf(row);
        var key = string.Join(Separator, stratum);
        if (_rowsByStratum.TryGetValue(key, out var known)) return known;
        return _rowsByStratum[key] = [.. Enumerable.Range(0, Sample.Rows.Length).Where(i => Agrees(Sample.Rows[i], stratum))];
    }

    /// <summary>Whether an interview lies in the days of a row.</summary>
    public bool IsInTime(SampleRow planned, int row) =>
        (planned.From is not { } from || Days[row] >= from.DayNumber) && (planned.To is not { } to || (Days[row] > 0 && Days[row] <= to.DayNumber));

    /// <summary>
    /// The sample point that an interview was held at: the one answered, where the form asks for it; else the only one of its stratum, or of
    /// several with coordinates the nearest. <see langword="null"/> where that cannot be told.
    /// </summary>
    public int? PointOf(int row, PointColumn? places)
    {
        if (_pointColumn is { } asked)
        {
            var name = asked.TextAt(row).Trim();
            var at = Enumerable.Range(0, Sample.Rows.Length).FirstOrDefault(i => Sample.Rows[i].Point.Length > 0 && Sample.Rows[i].Point == name, -1);
            return at < 0 ? null : at;
        }

        int[] near = [.. RowsOf(row).Where(i => Sample.Rows[i].Point.Length > 0)];
        if (near.Length <= 1) return near.Length == 1 ? near[0] : null;
        if (places?.At(row) is not { IsZero: false } here || near.Any(i => CentreOf(Sample.Rows[i]) is null)) return null;
        return near.MinBy(i => CentreOf(Sample.Rows[i])!.Value.DistanceTo(here));
    }

    /// <summary>The sample point on the map, or <see langword="null"/>.</summary>
    public static GeoPoint? CentreOf(SampleRow row) => row is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null;

    /// <summary>What a row is called: its point, else the labels of its stratum.</summary>
    public string NameOf(SampleRow row) => row.Point.Length > 0 ? row.Point : NameOf([.. row.Stratum]);

    /// <summary>What a stratum is called: the labels of its choices.</summary>
    public string NameOf(string[] stratum)
    {
        var names = stratum.Select((value, i) => Sample.Strata[i].Choices?.Find(value)?.Label.InOrFirst(_context.LabelLanguage) ?? value).Where(n => n.Length > 0).ToList();
        return names.Count > 0 ? string.Join(" / ", names) : "*";
    }

    private static bool Agrees(SampleRow planned, string[] stratum)
    {
        for (var i = 0; i < stratum.Length; i++)
            if (planned.Stratum[i].Length > 0 && planned.Stratum[i] != stratum[i]) return false;
        return true;
    }
}
