using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>The interviews of each enumerator and day in the order of their start, for faults that need a neighbour.</summary>
internal sealed class EnumeratorDays
{
    private readonly Dictionary<Interview, (List<Interview> Day, int At)> places = [];

    public EnumeratorDays(IEnumerable<Interview> interviews)
    {
        foreach (var group in interviews.GroupBy(i => (i["enumerator"], i["today"])))
        {
            var day = group.OrderBy(i => i["start"], StringComparer.Ordinal).ToList();
            for (var i = 0; i < day.Count; i++) places.Add(day[i], (day, i));
        }
    }

    public bool IsLast(Interview interview) => Place(interview) is var (day, at) && at == day.Count - 1;

    /// <summary>The interview before it on the same day, or null for the first.</summary>
    public Interview? Previous(Interview interview) => Place(interview) is var (day, at) && at > 0 ? day[at - 1] : null;

    /// <summary>The enumerator's next interview, also on a later day; null after the last.</summary>
    public Interview? Next(Interview interview) => places.Keys
        .Where(i => i["enumerator"] == interview["enumerator"] && string.CompareOrdinal(i["start"], interview["start"]) > 0)
        .MinBy(i => i["start"], StringComparer.Ordinal);

    public bool IsBusy(Interview interview) => Place(interview).Day.Count > 12;

    private (List<Interview> Day, int At) Place(Interview interview) => places[interview];
}
