using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Makes the baseline assessment: 1,042 informants in 984 places, and seven visits without an interview.</summary>
internal sealed class BaselineSurvey
{
    private const int Refusals = 7;
    private const int FirstId = 29877301;

    private readonly SeededRandom random = new(137353);
    private readonly HashSet<Interview> onlyInformants;

    public BaselineSurvey(Places places)
    {
        Form = SampleForm.Read(
            FormText.Resource("baseline.form"),
            FormText.Resource("baseline.choices"),
            ("enumerator", Enumerable.Range(1, 24).Select(e =>
                new FormChoice($"{e:00}", $"Enumerator {e:00}", $"Интервьюер {e:00}", $"Маалымат жыйноочу {e:00}", FormChoice.NoParents))),
            ("region", places.Regions),
            ("rayon", places.Rayons),
            ("location", places.All.Select(p => p.Choice)));
        Rules = new FormRules(Form);
        var answers = new BaselineAnswers(random, new People(random, FormText.Resource("names.txt")));
        var first = new Dictionary<PlaceNumbers, Interview>();
        var plan = BaselineWork.Plan(random, BaselineNumbers.Draw(random, places), Refusals).OrderBy(p => p.Visit.Sent).ToList();
        for (var i = 0; i < plan.Count; i++)
        {
            var interview = Begin(plan[i].Visit, FirstId + (i * 2) + random.Below(2));
            All.Add(interview);
            if (plan[i].Refused)
            {
                interview["consent"] = "no";
                interview["end"] = Visit.Clock(plan[i].Visit.Start.AddMilliseconds(random.Between(60000, 150000)));
                Refused.Add(interview);
            }
            else
            {
                answers.Give(interview, plan[i].Numbers);
                while (first.TryGetValue(plan[i].Numbers, out var other) && Differences(interview, other) < 11)
                    answers.Opinions(interview, plan[i].Visit.Place.Urban);
                first.TryAdd(plan[i].Numbers, interview);
                True.Add(interview);
            }
        }

        onlyInformants = [.. True.GroupBy(i => i["location"]).Where(g => g.Count() == 1).Select(g => g.First())];
        Remark();
        foreach (var interview in All)
        {
            Rules.Settle(interview);
            Rules.Prove(interview);
        }

        for (var i = 30; i < True.Count; i += 70) True[i].Uuid = random.Uuid();
    }

    public SampleForm Form { get; }

    public FormRules Rules { get; }

    public List<Interview> All { get; } = [];

    public List<Interview> True { get; } = [];

    public List<Interview> Refused { get; } = [];

    /// <summary>True where nobody else was asked about the place, so that a planted number cannot make two informants disagree.</summary>
    public bool IsOnlyInformant(Interview interview) => onlyInformants.Contains(interview);

    private int Differences(Interview one, Interview other) =>
        Form.Questions.Count(q => q.Repeat is null && q.Kind is "select_one" or "select_multiple" or "text" or "integer"
            && one[q.Name] != other[q.Name]);

    private void Remark()
    {
        var remarks = Returnees.Remarks.Read(FormText.Resource("remarks.txt"), random);
        foreach (var interview in True)
            if (random.Below(14) == 0) interview["comment"] = remarks.Dequeue();
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
            SubmittedBy = "dtm" + visit.Enumerator,
            ValidationStatus = random.Below(2) == 0 ? "validation_status_approved" : "",
            Answers = new(StringComparer.Ordinal)
            {
                ["start"] = Visit.Clock(visit.Start),
                ["end"] = Visit.Clock(visit.End),
                ["today"] = day,
                ["deviceid"] = visit.Device,
                ["username"] = "dtm" + visit.Enumerator,
                ["enumerator"] = visit.Enumerator,
                ["interview_date"] = day,
                ["region"] = visit.Place.Region,
                ["rayon"] = visit.Place.Rayon,
                ["location"] = visit.Place.Code,
                ["location_type"] = visit.Place.Urban ? "urban" : "rural",
                ["gps"] = visit.Point,
            },
        };
    }
}
