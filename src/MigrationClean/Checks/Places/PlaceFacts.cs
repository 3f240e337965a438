using MigrationClean.Checks.Sample;

namespace MigrationClean.Checks.Places;

/// <summary>What checks ask about places: the points that were collected, and the planned sample. Each is read when first asked for.</summary>
internal sealed class PlaceFacts(CheckContext context)
{
    private IReadOnlyList<PointColumn>? _points;
    private SampleFrame? _sample;

    /// <summary>The points of all questions that hold one.</summary>
    public IReadOnlyList<PointColumn> Points => _points ??= [.. PointColumn.AllOf(context)];

    /// <summary>The planned sample with the interviews that count for it; <see langword="null"/> if none was given.</summary>
    public SampleFrame? Sample => _sample ??= context.Settings.Sample is { } sample ? new(context, sample) : null;
}
