using System.Collections.Immutable;

namespace MigrationClean.Diagnostics;

/// <summary>An input, a setting or an output that can't be used: the user's trouble. Ends the run with exit code 2 and one complete sentence.</summary>
/// <remarks>Carries facts; the sentence is made in the reader's language from the texts under <see cref="Key"/>. Arguments never hold answers.</remarks>
public sealed class InputException : Exception
{
    /// <summary>Refuses an input.</summary>
    /// <param name="key">A code, or a code and a variant: <c>FILE-02/html</c>.</param>
    /// <param name="location">Where; <see langword="null"/> where no file is concerned.</param>
    /// <param name="arguments">The text's named places.</param>
    public InputException(string key, Location? location, params ImmutableArray<FindingArgument> arguments)
        : base(Messages.For(Language.English).Text(key, "message", arguments))
    {
        Key = key;
        Location = location;
        Arguments = arguments;
    }

    /// <summary>The code, e.g. <c>FILE-02</c>.</summary>
    public string Code => Key.Split('/')[0];

    /// <summary>The code with its variant: the key of its texts.</summary>
    public string Key { get; }

    /// <summary>Where, or <see langword="null"/>.</summary>
    public Location? Location { get; }

    /// <summary>The text's named places.</summary>
    public ImmutableArray<FindingArgument> Arguments { get; }

    /// <summary>Further mistakes of the same table or settings file: all are told at once. Empty for a single one.</summary>
    public ImmutableArray<InputException> Others { get; init; } = [];
}
