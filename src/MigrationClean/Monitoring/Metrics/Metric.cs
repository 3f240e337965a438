namespace MigrationClean.Monitoring.Metrics;

/// <summary>A figure of the supervisor's view: how it is made for each unit, and when it is unusual.</summary>
/// <param name="name">Its name, in English in every language. Its texts are under <c>metric/</c> of the message files.</param>
internal abstract class Metric(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is ever marked.</summary>
    public virtual bool IsJudged => true;

    /// <summary>By how much chance alone would mark an enumerator "watch" or "act": the tails of its limits. 0 where it has no such limit.</summary>
    public virtual double WatchTail => 0;

    /// <summary>The figure of every unit, in their order; empty where the survey has nothing to make it of.</summary>
    public abstract MetricValue[] Of(Comparison comparison);

    /// <summary>A figure without a verdict.</summary>
    protected MetricValue Plain(double? value, int n) => new(Name, value, n, Mark.None);

    /// <summary>A figure with its mark, if there are enough interviews.</summary>
    protected MetricValue Judged(double? value, int n, int interviews, Comparison comparison, Mark mark) =>
        new(Name, value, n, value is null ? Mark.None : interviews < comparison.FewestInterviews ? Mark.Small : mark);

    /// <summary>The mark of a figure that is unusual when it is large.</summary>
    protected static Mark Above(double? value, double watch, double act) => value > act ? Mark.Act : value > watch ? Mark.Watch : Mark.None;

    /// <summary>The mark of a figure that is unusual when it is small.</summary>
    protected static Mark Below(double? value, double watch, double act) => value < act ? Mark.Act : value < watch ? Mark.Watch : Mark.None;
}
