using System.Collections.Frozen;

namespace MigrationClean.Cleaning.Reading;

/// <summary>A kind of log: which tool or team writes it, told by the set of its headers (cleaning §5.3).</summary>
internal sealed record LogProfile
{
    /// <summary>Its name, as <c>--log-profile</c> takes it.</summary>
    public required string Name { get; init; }

    /// <summary>Our name of a column for each header as <see cref="LogWords.Header"/> writes it.</summary>
    public required FrozenDictionary<string, LogColumn> Columns { get; init; }

    /// <summary>Columns, by our names, that are its signature.</summary>
    public required string[] Requires { get; init; }

    /// <summary>Columns of which one is needed too; empty = none.</summary>
    public string[] OneOf { get; init; } = [];

    /// <summary>Columns that show that it is another kind.</summary>
    public string[] Forbids { get; init; } = [];

    /// <summary>Whether its tool writes a blank as <c>NA</c>.</summary>
    public bool WritesNa { get; init; }

    /// <summary>Whether it is our own.</summary>
    public bool IsOurs => Name == LogProfiles.Ours;

    /// <summary>The columns of the signature that are not there, in its own words.</summary>
    /// <param name="present">Our names of the columns that are.</param>
    /// <param name="withoutOldValues">Whether the log is known to have no old values.</param>
    public IEnumerable<string> Missing(IReadOnlySet<string> present, bool withoutOldValues)
    {
        foreach (var column in Requires)
            if (!present.Contains(column) && !(withoutOldValues && column == "old_value")) yield return HeaderOf(column);
        if (OneOf.Length > 0 && !OneOf.Any(present.Contains)) yield return string.Join(" / ", OneOf.Select(HeaderOf));
    }

    /// <summary>Whether a set of columns is a log of this kind.</summary>
    public bool Fits(IReadOnlySet<string> present, bool withoutOldValues) => !Forbids.Any(present.Contains) && !Missing(present, withoutOldValues).Any();

    private string HeaderOf(string column) => Columns.First(pair => pair.Value == new LogColumn(column, 0)).Key;
}

/// <summary>What a header stands for.</summary>
/// <param name="Name">Our name of the column.</param>
/// <param name="Order">0 = the usual header of it; of several that are there the lowest counts.</param>
internal readonly record struct LogColumn(string Name, int Order);
