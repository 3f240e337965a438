using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Sample;

/// <summary>The planned sample: how many interviews of which stratum, or which points are to be visited (tables-and-settings §5).</summary>
public sealed record PlannedSample
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>The sheet; <see langword="null"/> in CSV.</summary>
    public string? Sheet { get; init; }

    /// <summary>The questions whose answers make a stratum, in the order of the columns.</summary>
    public ImmutableArray<Question> Strata { get; init; } = [];

    /// <summary>The rows in order; at least one.</summary>
    public required ImmutableArray<SampleRow> Rows { get; init; }

    /// <summary>Columns that are neither known nor questions: not used.</summary>
    public ImmutableArray<string> OtherColumns { get; init; } = [];

    /// <summary>Where a row stands.</summary>
    /// <param name="row">The row; <see langword="null"/> = the table.</param>
    public Location PlaceOf(SampleRow? row) => new() { File = File, Sheet = Sheet, Row = row?.Number };
}

/// <summary>A row of the planned sample.</summary>
public sealed record SampleRow
{
    /// <summary>1-based row as the spreadsheet shows it.</summary>
    public required int Number { get; init; }

    /// <summary>One value a stratum question, by the choice's name; "" = any.</summary>
    public ImmutableArray<string> Stratum { get; init; } = [];

    /// <summary>Planned interviews, or <see langword="null"/> for a point without a number.</summary>
    public double? Target { get; init; }

    /// <summary>How many more are no trouble.</summary>
    public double Buffer { get; init; }

    /// <summary>Name of the sample point, or "".</summary>
    public string Point { get; init; } = "";

    /// <summary>Latitude in degrees, or <see langword="null"/>.</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude in degrees, or <see langword="null"/>.</summary>
    public double? Longitude { get; init; }

    /// <summary>Metres from the point that are no trouble; <see langword="null"/> = as GEO-04 says.</summary>
    public double? MaxMetres { get; init; }

    /// <summary>The team that is to go there, or "".</summary>
    public string Team { get; init; } = "";

    /// <summary>The point that this one stands in for, or "".</summary>
    public string Replaces { get; init; } = "";

    /// <summary>First day that counts; <see langword="null"/> = open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that counts; <see langword="null"/> = open.</summary>
    public DateOnly? To { get; init; }
}
