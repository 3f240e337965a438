using System.Collections.Immutable;

namespace MigrationClean.Monitoring;

/// <summary>What the supervisor's view shows.</summary>
public sealed record MonitorSettings
{
    internal const string Enumerator = "enumerator";
    internal const string Team = "team";
    internal const string Device = "device";
    internal const string Site = "site";
    internal const string Day = "day";

    /// <summary>The kinds of units that have a name of their own.</summary>
    public static ImmutableArray<string> Kinds { get; } = [Enumerator, Team, Device, Site, Day];

    /// <summary>By what: <see cref="Kinds"/> or names of questions. The first is the one that is shown most of.</summary>
    public ImmutableArray<string> By { get; init; } = [Enumerator];

    /// <summary>The day that "today" is; <see langword="null"/> = the last day with an interview.</summary>
    public DateOnly? Today { get; init; }
}
