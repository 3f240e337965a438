using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Checks.Settings;

/// <summary>What the settings say about one check, besides whether it runs and how severe it is.</summary>
public sealed record CheckOptions
{
    /// <summary>What joins the two parts of a pair, and a name and its value in a map.</summary>
    public const char PairSeparator = ';';

    /// <summary>Nothing said: the defaults of the check.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>The questions that it looks at.</summary>
    public QuestionFilter Questions { get; init; } = QuestionFilter.All;

    /// <summary>XPath: only rows where it is true are judged; <see langword="null"/> = all.</summary>
    public string? Where { get; init; }

    /// <summary>Questions that part the submissions into groups, each judged against itself.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Why a threshold was chosen; printed in the report.</summary>
    public string Why { get; init; } = "";

    /// <summary>Parameters by name, as in the file. A pair or an entry of a map is two texts joined by <see cref="PairSeparator"/>.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Parameters { get; init; } = FrozenDictionary<string, ImmutableArray<string>>.Empty;
}
