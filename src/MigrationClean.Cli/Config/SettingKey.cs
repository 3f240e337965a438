using System.Collections.Immutable;

namespace MigrationClean.Cli.Config;

/// <summary>What a settings key holds.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A file or folder, relative to the settings file.</summary>
    Path,

    /// <summary>Texts; one alone may stand without brackets.</summary>
    Texts,

    /// <summary>Pairs of names: <c>[[birth_date, age]]</c>. The two of a pair are joined by <see cref="SettingKey.PairSeparator"/>.</summary>
    Pairs,

    /// <summary>Lists of names, two or more each or one alone: <c>[[phone], [region, house]]</c>. The names of a list are joined by <see cref="SettingKey.PairSeparator"/>.</summary>
    Lists,

    /// <summary>Names with a value each: <c>{wage: 1000}</c>. The two are joined by <see cref="SettingKey.PairSeparator"/>.</summary>
    Map,

    /// <summary>Files, relative to the settings file.</summary>
    Paths,

    /// <summary>A decimal number with a point.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A date, <c>2024-03-05</c>.</summary>
    Date,

    /// <summary>A word of a closed set.</summary>
    Word,

    /// <summary>Anything: a key of a later version, known so that it is refused and not taken for a mistake.</summary>
    Any,
}

/// <summary>Verbs that a setting of a later version bears on: they refuse to run as if it were not there.</summary>
[Flags]
internal enum BearsOn
{
    /// <summary>The setting is honoured.</summary>
    Nothing = 0,

    /// <summary>What validation says would be wrong without it.</summary>
    Validate = 1,

    /// <summary>The release would be wrong without it.</summary>
    Clean = 2,
}

/// <summary>A key of the settings file.</summary>
/// <param name="Path">Names from the top, joined by points; <c>*</c> is any name, <c>[]</c> any item: <c>checks.*.enabled</c>, <c>recipients[].name</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Later">For what it is refused, as this version cannot honour it.</param>
internal sealed record SettingKey(string Path, SettingKind Kind, BearsOn Later = BearsOn.Nothing)
{
    /// <summary>What joins the two names of a pair.</summary>
    public const char PairSeparator = ';';

    /// <summary>For a key below <c>checks.*</c>: codes of the checks that honour it; under another it is refused. Empty = all.</summary>
    public ImmutableArray<string> Checks { get; init; } = [];

    /// <summary>The words of a closed set.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What holds when nobody says anything; shown by <c>config show</c>. <see langword="null"/> = nothing.</summary>
    public string? Default { get; init; }
}
