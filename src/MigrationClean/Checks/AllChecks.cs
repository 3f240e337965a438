using System.Collections.Immutable;

namespace MigrationClean.Checks;

/// <summary>Every check, in code order. A new check is one line here, one file, four texts in each language, one case.</summary>
public static class AllChecks
{
    /// <summary>The checks.</summary>
    public static ImmutableArray<Check> List { get; } =
    [
    ];
}
