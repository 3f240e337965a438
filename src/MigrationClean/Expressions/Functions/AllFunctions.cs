using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Expressions.Functions;

/// <summary>Every function, in the order of xpath §7. A new function is one line here, one file, its texts, its cases.</summary>
internal static class AllFunctions
{
    private static readonly FrozenDictionary<string, XPathFunction> ByName;

    static AllFunctions() =>
        ByName = List.SelectMany(f => f.Aliases.Prepend(f.Name).Select(n => (n, f))).ToFrozenDictionary(f => f.n, f => f.f, StringComparer.Ordinal);

    /// <summary>The functions.</summary>
    public static ImmutableArray<XPathFunction> List { get; } =
    [
        new IfFunction(),
        new RegexFunction(),
        new CurrentFunction(),
        new InstanceFunction(),
        new CountFunction(),
        new PositionFunction(),
        new NowFunction(),
    ];

    /// <summary>The function of a name, or <see langword="null"/>. Case matters.</summary>
    public static XPathFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
