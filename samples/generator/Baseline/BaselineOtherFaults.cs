using System.Globalization;
using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Time, place, outliers and free text of the baseline: CON, DUR, GEO, OUT, VAL, OTH, TXT, PII.</summary>
internal sealed class BaselineOtherFaults(BaselineSurvey survey, FaultList faults)
{
    public void Plant()
    {
        foreach (var day in (string[])["2023-05-02", "2023-10-09"]) OutsidePeriod(day);
        foreach (var minutes in (double[])[3.5, 14.7])
        {
            var interview = Take();
            faults.Plant("DUR-01;DUR-03", interview, "end", "too short", Visit.Clock(Start(interview).AddMinutes(minutes)));
        }

        foreach (var minutes in (int[])[-9, -33])
        {
            var interview = Take();
            faults.Plant("DUR-04", interview, "end", "end before start", Visit.Clock(Start(interview).AddMinutes(minutes)));
        }

        Point("GEO-03;GEO-06", "outside the country", "55.030199 82.920430 150.2 6.0");
        Point("GEO-01;GEO-02;GEO-03;GEO-06", "zero point", "0 0 0 0");
        Point("GEO-01", "missing point", "");

        // Residents in the wrong unit: the form allows them, the other places do not look like that.
        Scale("population", 10, "OUT-01;VAL-04");
        Scale("population", 100, "OUT-01;VAL-04");
        Change("OUT-01", "ki_years", "45", "outlier");

        Change("OTH-02", "mig_reason_other", "", "choice other without text");
        Change("OTH-02;FORM-02", "ret_reason_spec", "", "choice other without text");
        Change("OTH-03", "mig_reason_other", "жумуш жок", "text that is a choice");
        Change("OTH-03", "ret_reason_spec", "Санкции", "text that is a choice");
        Remark("TXT-01", "blanks around", text => $" {text}  ");
        Remark("TXT-01", "Latin letters in Cyrillic words", text => text.Replace('а', 'a').Replace('е', 'e'));
        Remark("PII-02", "telephone number in free text", text => $"{text}. Тел. 0790-44-55-66");
        Remark("PII-02", "e-mail address in free text", text => $"{text}, ayil.okmotu@office.example");
        Change("ID-09", "ki_name", "Тест Тестов", "test entry");
        Change("ID-09", "ki_name", "test", "test entry");
    }

    private Interview Take(Func<Interview, bool>? fits = null) =>
        faults.Take(survey.True, i => survey.IsOnlyInformant(i) && (fits is null || fits(i)));

    private void OutsidePeriod(string day)
    {
        var interview = Take();
        const string Note = "one incident of five cells";
        foreach (var question in (string[])["start", "end"])
            faults.Plant("CON-03;ID-09", interview, question, "outside the period", day + interview[question][10..], Note);
        foreach (var question in (string[])["today", "interview_date"])
            faults.Plant("CON-03;ID-09", interview, question, "outside the period", day, Note);
        faults.SentAt("CON-03;ID-09", interview, day + interview.SubmissionTime[10..], Note);
    }

    private void Point(string code, string kind, string planted)
    {
        var interview = Take();
        faults.Plant(code, interview, "gps", kind, planted);
        if (!code.Contains("GEO-06", StringComparison.Ordinal)) return;

        var next = survey.True
            .Where(i => i["enumerator"] == interview["enumerator"] && string.CompareOrdinal(i["start"], interview["start"]) > 0)
            .MinBy(i => i["start"], StringComparer.Ordinal);
        if (next is not null)
            faults.Note("GEO-06", next, "gps", "other side", "", "", $"the interview after {interview.Key}; nothing to restore");
    }

    private void Scale(string question, int factor, string code)
    {
        var values = survey.True.Select(i => int.Parse(i[question])).Order().ToArray();
        var median = values[values.Length / 2];
        var interview = Take(i => Math.Abs(int.Parse(i[question]) - median) < median / 15);
        faults.Plant(code, interview, question, "slip of the unit", (int.Parse(interview[question]) * factor).ToString());
    }

    private void Change(string code, string question, string planted, string kind) =>
        faults.Plant(code, Take(i => i[question].Length > 0), question, kind, planted);

    private void Remark(string code, string kind, Func<string, string> planted)
    {
        var interview = Take(i => i["comment"].Length > 0);
        faults.Plant(code, interview, "comment", kind, planted(interview["comment"]));
    }

    private static DateTime Start(Interview interview) =>
        DateTime.ParseExact(interview["start"][..23], "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
