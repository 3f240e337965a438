using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Makes the returnee survey: 1,228 interviews that reproduce the published figures, and the visits that gave none.</summary>
internal sealed class ReturneeSurvey
{
    public const int Interviews = 1228;
    private const int Seed = 1228;
    private const int FirstId = 31204517;

    private readonly SeededRandom random = new(Seed);
    private readonly List<Visit> visits;

    public ReturneeSurvey(Places places)
    {
        visits = [.. new FieldWork(random, places).Visits().OrderBy(v => v.Sent)];
        Form = ReadForm(places, visits);
        Rules = new FormRules(Form);
        var accepted = Chosen();
        for (var i = 0; i < visits.Count; i++) All.Add(Begin(visits[i], FirstId + (i * 3) + random.Below(3)));
        for (var i = 0; i < All.Count; i++) (accepted[i] ? True : Refused).Add(All[i]);
        Answer();
    }

    public SampleForm Form { get; }

    public FormRules Rules { get; }

    /// <summary>Everything that was sent, in the order of the server.</summary>
    public List<Interview> All { get; } = [];

    /// <summary>The interviews with consent.</summary>
    public List<Interview> True { get; } = [];

    /// <summary>Visits without an interview.</summary>
    public List<Interview> Refused { get; } = [];

    private static SampleForm ReadForm(Places places, List<Visit> visits)
    {
        var sites = visits.Select(v => v.Place).ToHashSet();
        var teams = Enumerable.Range(1, 6)
            .Select(t => new FormChoice($"{t}", $"Team {t}", $"Группа {t}", $"{t}-топ", FormChoice.NoParents));
        var enumerators = Enumerable.Range(1, 24).Select(e => new FormChoice(
            $"{e:00}", $"Enumerator {e:00}", $"Интервьюер {e:00}", $"Маалымат жыйноочу {e:00}",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = $"{((e - 1) / 4) + 1}" }));
        return SampleForm.Read(
            FormText.Resource("returnees.form"),
            FormText.Resource("returnees.choices"),
            ("team", teams),
            ("enumerator", enumerators),
            ("region", places.Regions),
            ("rayon", places.Rayons),
            ("location", places.All.Where((p, i) => sites.Contains(p) || i % 8 == 0).Select(p => p.Choice)));
    }

    /// <summary>Which visits gave an interview; the planted busy day is left whole.</summary>
    private bool[] Chosen()
    {
        var accepted = Enumerable.Repeat(true, visits.Count).ToArray();
        for (var refusals = visits.Count - Interviews; refusals > 0;)
        {
            var at = random.Below(visits.Count);
            if (!accepted[at] || visits[at].Enumerator == FieldWork.BusyEnumerator) continue;
            accepted[at] = false;
            refusals--;
        }

        return accepted;
    }

    private Interview Begin(Visit visit, int id)
    {
        var day = visit.Start.ToString("yyyy-MM-dd");
        var uuid = random.Uuid();
        return new Interview
        {
            Id = id,
            Uuid = uuid,
            RootUuid = uuid,
            Version = Form.Version,
            SubmissionTime = Visit.Utc(visit.Sent),
            SubmittedBy = "team" + visit.Team,
            ValidationStatus = random.Below(5) < 3 ? "validation_status_approved" : "",
            Answers = new(StringComparer.Ordinal)
            {
                ["start"] = Visit.Clock(visit.Start),
                ["end"] = Visit.Clock(visit.End),
                ["today"] = day,
                ["deviceid"] = visit.Device,
                ["username"] = "team" + visit.Team,
                ["team"] = visit.Team,
                ["enumerator"] = visit.Enumerator,
                ["interview_date"] = day,
                ["region"] = visit.Place.Region,
                ["rayon"] = visit.Place.Rayon,
                ["location"] = visit.Place.Code,
                ["gps"] = visit.Point,
            },
        };
    }

    private void Answer()
    {
        foreach (var interview in True) interview["consent"] = "yes";
        foreach (var interview in Refused)
        {
            interview["consent"] = "no";
            var begun = DateTime.ParseExact(interview["start"][..23], "yyyy-MM-ddTHH:mm:ss.fff", null);
            interview["end"] = Visit.Clock(begun.AddMilliseconds(random.Between(60000, 170000)));
        }

        var panel = new Panel(Rules, random, True);
        new ReturneeProfile(panel, new People(random, FormText.Resource("names.txt"))).Answer();
        new ReturneeMigration(panel).Answer();
        new ReturneeWork(panel).Answer();
        new ReturneeLiving(panel, FormText.Resource("remarks.txt")).Answer();
        foreach (var interview in All)
        {
            Rules.Settle(interview);
            Rules.Prove(interview);
        }

        // Every 44th interview was edited afterwards on the server: a new revision under the old root.
        for (var i = 20; i < True.Count; i += 44) True[i].Uuid = random.Uuid();
    }
}
