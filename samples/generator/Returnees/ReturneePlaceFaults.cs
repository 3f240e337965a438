using System.Globalization;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Points that cannot be right, and the planned sample: GEO and SAM.</summary>
internal sealed class ReturneePlaceFaults(ReturneeSurvey survey, FaultList faults, EnumeratorDays days)
{
    public void Plant()
    {
        Point("GEO-01", "missing point", _ => "");
        Point("GEO-01;GEO-02;GEO-03;GEO-06", "zero point", _ => "0 0 0 0");
        Point("GEO-01;GEO-03;GEO-06", "latitude and longitude exchanged", p => $"{p[1]} {p[0]} {p[2]} {p[3]}");
        Point("GEO-02", "poor accuracy", p => $"{p[0]} {p[1]} {p[2]} 640.0");
        Point("GEO-02", "poor accuracy", p => $"{p[0]} {p[1]} {p[2]} 1450.0");
        Point("GEO-02", "set by hand on the map", p => $"{p[0]} {p[1]} 0 0");
        Point("GEO-03;GEO-06", "outside the country", p => $"55.751244 37.618423 148.2 {p[3]}");
        Point("GEO-03;GEO-06", "outside the country", p => $"43.238949 76.889709 812.4 {p[3]}");
        for (var i = 0; i < 2; i++)
        {
            var interview = faults.Take(survey.True, x => days.Previous(x) is { } p && faults.IsFree(p) && x["gps"].Length > 0);
            var previous = days.Previous(interview)!;
            faults.SetAside(previous);
            faults.Plant("GEO-05", interview, "gps", "same point as another interview", previous["gps"]);
            faults.Note("GEO-05", previous, "gps", "other side", "", "", "the other interview of the incident; nothing to restore");
        }

        for (var i = 0; i < 2; i++)
        {
            // About 125 km further east: further than a car comes between two interviews of a day.
            var interview = faults.Take(survey.True, x => x["team"] is "1" or "2" && days.Previous(x) is { } p && faults.IsFree(p));
            var parts = interview["gps"].Split(' ');
            var east = (double.Parse(parts[1], CultureInfo.InvariantCulture) + 1.5).ToString("0.000000", CultureInfo.InvariantCulture);
            faults.Plant(
                "GEO-06;GEO-03", interview, "gps", "too far from the interview before", $"{parts[0]} {east} {parts[2]} {parts[3]}");
            AlsoNext(interview);
        }

        faults.NoteAll("SAM-01", "region", "stratum not filled", "", "KG-C", "sample.csv plans more interviews in KG-C than were held");
        faults.NoteAll("SAM-01", "region", "stratum overfilled", "", "KG-GB", "sample.csv plans fewer interviews in KG-GB than were held");
        faults.NoteAll("SAM-02", "region", "stratum not planned", "", "KG-T", "sample.csv has no line for KG-T");
    }

    private void Point(string code, string kind, Func<string[], string> planted)
    {
        var interview = faults.Take(survey.True, i => !days.IsBusy(i));
        faults.Plant(code, interview, "gps", kind, planted(interview["gps"].Split(' ')));
        if (code.Contains("GEO-06", StringComparison.Ordinal)) AlsoNext(interview);
    }

    /// <summary>The way back is as fast as the way there.</summary>
    private void AlsoNext(Interview interview)
    {
        if (days.Next(interview) is { } next)
            faults.Note("GEO-06", next, "gps", "other side", "", "", $"the interview after {interview.Key}; nothing to restore");
    }
}
