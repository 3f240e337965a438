using System.Globalization;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Identity, versions, duplicates and joins: ID. Planted last, because rows are added here and places in the file
/// matter.</summary>
internal sealed class ReturneeIdentityFaults(ReturneeSurvey survey, FaultList faults)
{
    private const string OldVersion = "vR3turn2023z1Y2x3W4v5U";

    public void Plant()
    {
        Malformed("", "");
        Malformed("not-a-uuid", "not-a-uuid");
        Malformed("4f2a-91", "4f2a-91");
        for (var i = 0; i < 2; i++) SameUuid();
        for (var i = 0; i < 3; i++) SamePhone();
        for (var i = 0; i < 3; i++)
        {
            var interview = Take(_ => true);
            faults.Note("ID-05", interview, "__version__", "old version of the form", interview.Version, OldVersion);
            interview.Version = OldVersion;
        }

        foreach (var _ in (int[])[1, 2, 3])
        {
            var interview = Take(i => i["children_yn"] == "yes" && int.Parse(i["children_n"], CultureInfo.InvariantCulture) < 6);
            var more = int.Parse(interview["children_n"], CultureInfo.InvariantCulture) + 1;
            faults.Plant("ID-07", interview, "children_n", "more children than rows", more.ToString(CultureInfo.InvariantCulture));
        }

        faults.Plant("ID-09", Take(_ => true), "resp_name", "test entry", "тест");
        faults.Plant("ID-09", Take(_ => true), "resp_name", "test entry", "Test Test");
        faults.Plant("ID-09", Take(i => i["comment"].Length == 0), "comment", "test entry", "тест");
        foreach (var status in (string[])["validation_status_on_hold", "validation_status_not_approved", "validation_status_on_hold"])
        {
            var interview = Take(_ => true);
            faults.Note("ID-10", interview, "_validation_status", "status of the server", "validation_status_approved", status);
            interview.ValidationStatus = status;
        }

        Duplicates();
        Joins();
    }

    private Interview Take(Func<Interview, bool> fits) => faults.Take(survey.True, fits);

    private void Malformed(string uuid, string root)
    {
        var interview = Take(i => i["children_yn"] == "no" && i.Uuid == i.RootUuid);
        faults.Note("ID-01", interview, "_uuid", "malformed uuid", interview.Uuid, uuid, $"_id {interview.Id}");
        faults.Note(
            "ID-01", interview, "meta/rootUuid", "malformed uuid", "uuid:" + interview.RootUuid, root.Length > 0 ? "uuid:" + root : "",
            $"_id {interview.Id}");
        (interview.Uuid, interview.RootUuid) = (uuid, root);
    }

    private void SameUuid()
    {
        var first = Take(i => i.Uuid == i.RootUuid);
        var second = Take(i => i["children_yn"] == "no" && i.Uuid == i.RootUuid);
        var note = $"_id {second.Id} carries the uuid of _id {first.Id}; the answers differ";
        faults.Note("ID-02", second, "_uuid", "uuid of another submission", second.Uuid, first.Uuid, note);
        faults.Note(
            "ID-02", second, "meta/rootUuid", "uuid of another submission", "uuid:" + second.RootUuid, "uuid:" + first.RootUuid, note);
        (second.Uuid, second.RootUuid) = (first.Uuid, first.RootUuid);
    }

    private void SamePhone()
    {
        var first = Take(i => i["resp_phone"].Length == 10);
        var second = Take(i => i["resp_phone"].Length == 10);
        faults.Plant(
            "ID-03;DUP-02", second, "resp_phone", "telephone of another respondent", first["resp_phone"], $"the same as {first.Key}");
        faults.Note("ID-03;DUP-02", first, "resp_phone", "other side", "", "", $"the same as {second.Key}; nothing to restore");
    }

    /// <summary>Sent twice: everything is equal but the number and the time that the server gave.</summary>
    private void Duplicates()
    {
        foreach (var hours in (int[])[2, 5, 19])
        {
            var original = Take(i => i.Uuid == i.RootUuid && i["children_n"] != "");
            var copy = original.Copy();
            copy.Id = survey.All[^1].Id + hours;
            copy.SubmissionTime = DateTime.ParseExact(original.SubmissionTime, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)
                .AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            survey.All.Add(copy);
            faults.Note(
                "ID-02;DUP-01;DUP-02;DUR-08;GEO-05;ID-03", original, "_uuid", "sent twice", "", original.Uuid,
                $"remove the copy with _id {copy.Id}");
        }
    }

    private void Joins()
    {
        foreach (var index in (int[])[99999, 0])
        {
            var orphan = Take(i => i.Instances("children").Count > 1);
            Rejoin(
                orphan, orphan.Instances("children").Count, index.ToString(CultureInfo.InvariantCulture), Lost(orphan.Instances("children")[^1], "ID-06;ID-07"),
                "row without a parent");
        }

        var moved = Take(i => i.Instances("children").Count == 2);
        var host = Take(i => i.Instances("children").Count == 1);
        var place = (survey.All.IndexOf(host) + 1).ToString(CultureInfo.InvariantCulture);
        var child = moved.Instances("children")[1];
        Rejoin(moved, 2, place, Lost(child, "ID-06;ID-07"), "parent index of another submission");
        faults.Note(
            Lost(child, "ID-06;ID-07;FORM-03"), host, "", "other side", "", "", $"a child of {moved.Key} points to it; nothing to restore");
    }

    /// <summary>The number of children under age changes only where the child is.</summary>
    private static string Lost(Dictionary<string, string> child, string codes) =>
        int.Parse(child["child_age"], CultureInfo.InvariantCulture) < 18 ? $"{codes};FORM-04" : codes;

    private void Rejoin(Interview interview, int row, string index, string code, string kind)
    {
        var own = (survey.All.IndexOf(interview) + 1).ToString(CultureInfo.InvariantCulture);
        interview.Instances("children")[row - 1]["_parent_index"] = index;
        faults.NoteRow(code, interview, "children", row, "_parent_index", kind, own, index, "_index of the main sheet");
    }
}
