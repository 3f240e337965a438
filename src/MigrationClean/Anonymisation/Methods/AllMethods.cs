using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Every method. A new one is a line here, a file, its texts, its case. Source: tables-and-settings §2.</summary>
internal static class AllMethods
{
    /// <summary>The methods that this version has.</summary>
    public static ImmutableArray<Method> List { get; } =
    [
        new Keep(),
        new Drop(),
        new Pseudonym(),
        new RowNumber(),
        new Band(),
        new RoundNumber(),
        new TopCode(),
        new BottomCode(),
        new Recode(),
        new MergeSmall(),
        new DatePart("day", 10),
        new DatePart("month", 7),
        new DatePart("quarter", 0),
        new DatePart("year", 4),
        new DurationBand(),
        new ShiftDate(),
        new GridCell(),
        new Indicators(),
    ];

    /// <summary>Methods that the plan may name and this version does not have: a run that needs one stops.</summary>
    public static ImmutableArray<string> NotYet { get; } = ["redact", "area", "donut", "mdav", "rank-mean", "pram", "noise", "swap", "shuffle"];

    private static readonly FrozenDictionary<string, Method> ByName = List.ToFrozenDictionary(m => m.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a drop-down list offers.</summary>
    public static ImmutableArray<string> Names => [.. List.Select(m => m.Name)];

    /// <summary>The method of that name, or <see langword="null"/>.</summary>
    public static Method? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>How much a method takes away.</summary>
    public static int StrictnessOf(string name) => ByName.TryGetValue(name, out var method) ? method.Strictness : 9;
}
