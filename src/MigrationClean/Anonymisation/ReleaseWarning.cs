using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Anonymisation;

/// <summary>Something about the release that people must know and that does not stop it: a text under a <c>PRIV</c> key.</summary>
/// <param name="Key">Key of the text.</param>
/// <param name="Arguments">Its named places; never answers.</param>
public sealed record ReleaseWarning(string Key, params ImmutableArray<FindingArgument> Arguments)
{
    /// <summary>The sentence.</summary>
    public string In(Language language) => Messages.For(language).Text(Key, "message", Arguments);
}
