using System.Collections.Immutable;

namespace MigrationClean.Monitoring;

/// <summary>The figures of one enumerator, team, device, site or day.</summary>
/// <param name="By">What it is: <c>enumerator</c>, <c>team</c>, <c>device</c>, <c>site</c>, <c>day</c>, or the name of a question.</param>
/// <param name="Name">Its name or code as in the data.</param>
/// <param name="Interviews">Consented interviews, each submission once.</param>
/// <param name="Days">Days with an interview.</param>
/// <param name="Metrics">The figures, in one order for all units.</param>
internal sealed record MonitorUnit(string By, string Name, int Interviews, int Days, ImmutableArray<MetricValue> Metrics)
{
    /// <summary>How many figures call for action.</summary>
    public int Acts => Metrics.Count(m => m.Mark == Mark.Act);

    /// <summary>How many are to be looked at.</summary>
    public int Watches => Metrics.Count(m => m.Mark == Mark.Watch);

    /// <summary>A figure by name, or <see langword="null"/>.</summary>
    public MetricValue? Find(string metric)
    {
        foreach (var value in Metrics)
            if (value.Metric == metric) return value;
        return null;
    }
}
