using System.Globalization;
using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Faults of clocks and calendars: CON-03 and DUR.</summary>
internal sealed class ReturneeTimeFaults(ReturneeSurvey survey, FaultList faults, EnumeratorDays days)
{
    public void Plant()
    {
        foreach (var interview in survey.True.Where(days.IsBusy))
            faults.Note(
                "DUR-12", interview, "start", "too many interviews a day", "", "",
                "13 interviews of enumerator 15 on one day; nothing to restore");

        OutsidePeriod("2023-10-17", "CON-03;ID-09");
        OutsidePeriod("2023-09-05", "CON-03;ID-09");
        OutsidePeriod("2023-12-21", "CON-03");

        foreach (var minutes in (double[])[13.2, 9.6, 16.4]) Shorten(minutes);
        foreach (var minutes in (double[])[2.8, 3.9]) Shorten(minutes);
        foreach (var minutes in (double[])[138, 171, 402]) Lengthen(minutes);
        for (var i = 0; i < 2; i++)
        {
            var interview = Take();
            Clock("DUR-04", interview, "end", Start(interview).AddMinutes(-17 - i), "end before start");
        }

        var dated = Take();
        faults.Plant("DUR-04", dated, "today", "wrong date", Start(dated).AddDays(-6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        BesidePrevious("DUR-08", previous => Start(previous).AddMinutes(11));
        BesidePrevious("DUR-08", previous => Start(previous).AddMinutes(4));
        BesidePrevious("DUR-09", previous => End(previous).AddSeconds(41));
        BesidePrevious("DUR-09", previous => End(previous).AddSeconds(74));
        Night(22.7);
        Night(23.1);
        foreach (var hours in (int[])[31, 83, 120])
        {
            var interview = Take();
            var sent = End(interview).AddHours(hours - 6).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            faults.SentAt("DUR-11", interview, sent, "sent late");
        }
    }

    private Interview Take(Func<Interview, bool>? fits = null) =>
        faults.Take(survey.True, i => !days.IsBusy(i) && (fits is null || fits(i)));

    private void OutsidePeriod(string day, string code)
    {
        var interview = Take(i => string.CompareOrdinal(i["ret_date"], day) < 0);
        foreach (var question in (string[])["start", "end"])
            faults.Plant(code, interview, question, "outside the period", day + interview[question][10..], "one incident of five cells");
        foreach (var question in (string[])["today", "interview_date"])
            faults.Plant(code, interview, question, "outside the period", day, "one incident of five cells");
        faults.SentAt(code, interview, day + interview.SubmissionTime[10..], "one incident of five cells");
    }

    private void Shorten(double minutes)
    {
        var interview = Take();
        Clock("DUR-01;DUR-03", interview, "end", Start(interview).AddMinutes(minutes), "too short");
    }

    private void Lengthen(double minutes)
    {
        var interview = Take(days.IsLast);
        var end = Start(interview).AddMinutes(minutes);
        Clock("DUR-02;DUR-03", interview, "end", end, "too long");
        faults.SentAt("DUR-02;DUR-03", interview, Visit.Utc(end.AddMinutes(9)), "moved with the end");
    }

    private void BesidePrevious(string code, Func<Interview, DateTime> start)
    {
        var interview = Take(i => days.Previous(i) is { } p && faults.IsFree(p));
        var previous = days.Previous(interview)!;
        faults.SetAside(previous);
        var length = End(interview) - Start(interview);
        var moved = start(previous);
        Clock(code, interview, "start", moved, "too near to another interview", "together with end");
        Clock(code, interview, "end", moved + length, "too near to another interview", "together with start");
        faults.Note(code, previous, "start", "other side", "", "", "the other interview of the incident; nothing to restore");
    }

    private void Night(double hour)
    {
        var interview = Take(days.IsLast);
        var length = End(interview) - Start(interview);
        var moved = Start(interview).Date.AddHours(hour);
        Clock("DUR-10", interview, "start", moved, "at night", "together with end and _submission_time");
        Clock("DUR-10", interview, "end", moved + length, "at night");
        faults.SentAt("DUR-10", interview, Visit.Utc((moved + length).AddMinutes(3)), "moved with the end");
    }

    private void Clock(string code, Interview interview, string question, DateTime time, string kind, string note = "") =>
        faults.Plant(code, interview, question, kind, Visit.Clock(time), note);

    private static DateTime Start(Interview interview) => Parse(interview["start"]);

    private static DateTime End(Interview interview) => Parse(interview["end"]);

    private static DateTime Parse(string time) =>
        DateTime.ParseExact(time[..23], "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
