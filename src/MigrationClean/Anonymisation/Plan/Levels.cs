using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Release levels as the plan and the settings write them.</summary>
internal static class Levels
{
    /// <summary>All, the least strict first.</summary>
    public static ImmutableArray<ReleaseLevel> All { get; } = [ReleaseLevel.Internal, ReleaseLevel.Partner, ReleaseLevel.Public];

    /// <summary><c>internal</c>, <c>partner</c>, <c>public</c>.</summary>
    public static string NameOf(ReleaseLevel level) => level switch
    {
        ReleaseLevel.Internal => "internal",
        ReleaseLevel.Partner => "partner",
        _ => "public",
    };

    /// <summary>The level of that name, or <see langword="null"/>.</summary>
    public static ReleaseLevel? Read(string name)
    {
        foreach (var level in All)
            if (NameOf(level).Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return level;
        return null;
    }

    /// <summary>k of the gate: 3 for a partner, 5 for the public; inside the team it is only reported, against 3. Source: anonymisation §7.</summary>
    public static int SmallestGroup(this ReleaseLevel level) => level == ReleaseLevel.Public ? 5 : 3;
}
