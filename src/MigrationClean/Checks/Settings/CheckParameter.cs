using System.Collections.Immutable;

namespace MigrationClean.Checks.Settings;

/// <summary>What a check's parameter holds.</summary>
public enum ParameterKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>Texts; one alone may stand without brackets.</summary>
    Texts,

    /// <summary>A word of a closed set.</summary>
    Word,

    /// <summary>A file, relative to the settings file.</summary>
    Path,

    /// <summary>Pairs of names: <c>[[birth_date, age]]</c>.</summary>
    Pairs,

    /// <summary>Names with a value each: <c>{wage: 1000, age: 110}</c>.</summary>
    Map,
}

/// <summary>A parameter of a check, as the settings file names it.</summary>
/// <param name="Name">Its name: <c>min_minutes</c>. Its text is under the key <c>code/name</c> of the message files.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Default">What holds when nobody says anything, as in the file; several texts joined by <c>;</c>. <see langword="null"/> = nothing.</param>
public sealed record CheckParameter(string Name, ParameterKind Kind, string? Default = null)
{
    /// <summary>The words of a closed set.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Key of its text in the message files: <c>DUR-01/min_minutes</c>.</summary>
    /// <param name="check">The check that it belongs to.</param>
    public string TextKey(Check check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return $"{check.Id.Code}/{Name}";
    }
}
