using System.Collections.Immutable;

namespace MigrationClean.Anonymisation;

/// <summary>What the settings say about the release: the keys <c>project</c>, <c>level</c>, <c>key</c>, <c>recipients</c>.</summary>
public sealed record ReleaseSettings
{
    /// <summary>For whom.</summary>
    public ReleaseLevel Level { get; init; } = ReleaseLevel.Public;

    /// <summary><c>project.name</c>: enters the key derivation. Empty = unnamed.</summary>
    public string ProjectName { get; init; } = "";

    /// <summary><c>project.controller</c>, <c>basis</c>, <c>purpose</c>: a release refuses when one is empty.</summary>
    public string Controller { get; init; } = "";

    /// <summary>See <see cref="Controller"/>.</summary>
    public string Basis { get; init; } = "";

    /// <summary>See <see cref="Controller"/>.</summary>
    public string Purpose { get; init; } = "";

    /// <summary><c>project.round</c>: the epoch of lasting pseudonyms.</summary>
    public string Round { get; init; } = "";

    /// <summary><c>project.retain_until</c>, or <see langword="null"/>.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Today, from the clock that is passed in: for retention and expiries.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The recipient named by <c>--recipient</c>, or "".</summary>
    public string Recipient { get; init; } = "";

    /// <summary>Recipients declared in the settings.</summary>
    public ImmutableArray<Recipient> Recipients { get; init; } = [];

    /// <summary>Path of the key file, or <see langword="null"/> for a key made for this run.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whether the settings say <c>key: required</c>.</summary>
    public bool KeyRequired { get; init; }

    /// <summary>Folders that must not hold the key: those of the inputs and of the output.</summary>
    public ImmutableArray<string> DataFolders { get; init; } = [];

    /// <summary>Names of questions with a role in fieldwork (<c>columns.enumerator</c>, <c>device</c>, <c>weight</c> …), from the settings.</summary>
    public ImmutableDictionary<string, string> FieldworkColumns { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A recipient in the settings.</summary>
public sealed record Recipient(string Name, string Class, string Agreement, DateOnly? Expires, string Purpose, string Safeguards);
