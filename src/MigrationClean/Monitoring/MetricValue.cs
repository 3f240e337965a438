namespace MigrationClean.Monitoring;

/// <summary>One figure of a unit.</summary>
/// <param name="Metric">Its name, in English in every language: <c>duration_median</c>.</param>
/// <param name="Value">The figure: shares between 0 and 1, times in minutes or hours; <see langword="null"/> where it cannot be told.</param>
/// <param name="N">Over how many interviews, answers or pairs.</param>
/// <param name="Mark">How unusual it is.</param>
internal readonly record struct MetricValue(string Metric, double? Value, int N, Mark Mark);
