using System.Globalization;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Identity, versions, duplicates and joins of the baseline: ID. Planted last, because rows are added here.</summary>
internal sealed class BaselineIdentityFaults(BaselineSurvey survey, FaultList faults)
{
    private const string OldVersion = "vB4seMob2023Aa1Bb2Cc3D";

    public void Plant()
    {
        for (var i = 0; i < 2; i++)
        {
            var interview = Take(_ => true);
            faults.Note("ID-05", interview, "__version__", "old version of the form", interview.Version, OldVersion);
            interview.Version = OldVersion;
        }

        var malformed = Take(i => i.Uuid == i.RootUuid);
        faults.Note("ID-01", malformed, "_uuid", "malformed uuid", malformed.Uuid, "7c1e", "meta/rootUuid is right");
        malformed.Uuid = "7c1e";
        for (var i = 0; i < 2; i++)
        {
            var (first, second) = (Take(_ => true), Take(_ => true));
            faults.Plant(
                "ID-03;DUP-02", second, "ki_phone", "telephone of another informant", first["ki_phone"], $"the same as {first.Key}");
            faults.Note("ID-03;DUP-02", first, "ki_phone", "other side", "", "", $"the same as {second.Key}; nothing to restore");
        }

        foreach (var hours in (int[])[3, 7])
        {
            var original = Take(i => i.Uuid == i.RootUuid);
            var copy = original.Copy();
            copy.Id = survey.All[^1].Id + hours;
            copy.SubmissionTime = DateTime.ParseExact(original.SubmissionTime, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
                .AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            survey.All.Add(copy);
            faults.Note(
                "ID-02;DUP-01;DUP-02;DUR-08;GEO-05;ID-03", original, "_uuid", "sent twice", "", original.Uuid,
                $"remove the copy with _id {copy.Id}");
        }

        Orphan("ret_countries");
        Orphan("emi_dests");
    }

    private void Orphan(string repeat)
    {
        var interview = Take(i => i.Instances(repeat).Count > 1);
        var row = interview.Instances(repeat).Count;
        var own = (survey.All.IndexOf(interview) + 1).ToString(CultureInfo.InvariantCulture);
        interview.Instances(repeat)[row - 1]["_parent_index"] = "88888";
        faults.NoteRow(
            "ID-06;FORM-04;LOG-01", interview, repeat, row, "_parent_index", "row without a parent", own, "88888",
            "_index of the main sheet");
    }

    private Interview Take(Func<Interview, bool> fits) =>
        faults.Take(survey.True, i => survey.IsOnlyInformant(i) && fits(i));
}
