using System.Collections.Immutable;

namespace MigrationClean.Checks.Settings;

/// <summary>The key <c>columns</c> of the settings: questions or export columns with a role in fieldwork, by name.</summary>
public sealed record FieldworkColumns
{
    /// <summary>Who asked; <see langword="null"/> = found by its words.</summary>
    public string? Enumerator { get; init; }

    /// <summary>The device; <see langword="null"/> = <c>deviceid</c>.</summary>
    public string? Device { get; init; }

    /// <summary>Places, from the largest to the smallest.</summary>
    public ImmutableArray<string> Site { get; init; } = [];

    /// <summary>Day of the interview; <see langword="null"/> = <c>today</c>, else of <c>start</c>.</summary>
    public string? Date { get; init; }

    /// <summary>The enumerator's team.</summary>
    public string? Team { get; init; }

    /// <summary>The household.</summary>
    public string? Household { get; init; }

    /// <summary>ID-03: sets of questions of which no two submissions may agree in all.</summary>
    public ImmutableArray<ImmutableArray<string>> Keys { get; init; } = [];
}

/// <summary>The key <c>codes</c> of the settings: numbers and choices that stand for no answer. Empty = the usual ones.</summary>
public sealed record CodeSettings
{
    /// <summary>Don't know.</summary>
    public ImmutableArray<string> DontKnow { get; init; } = [];

    /// <summary>Refused.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>Not applicable.</summary>
    public ImmutableArray<string> NotApplicable { get; init; } = [];

    /// <summary>Other, to be specified.</summary>
    public ImmutableArray<string> Other { get; init; } = [];
}

/// <summary>The key <c>time.collection</c> of the settings: first and last day of collection, both inclusive.</summary>
/// <param name="From">First day; <see langword="null"/> = open.</param>
/// <param name="To">Last day; <see langword="null"/> = open.</param>
public sealed record CollectionPeriod(DateOnly? From, DateOnly? To);
