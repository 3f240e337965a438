using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Config;

/// <summary>A key of the file with what stands there.</summary>
/// <param name="Path">Its full name: <c>recipients[0].name</c>.</param>
/// <param name="Key">What it is.</param>
/// <param name="Values">The texts; empty for a key without a value.</param>
/// <param name="Place">File, line and column.</param>
internal sealed record Setting(string Path, SettingKey Key, ImmutableArray<string> Values, Location Place);

/// <summary>The settings file taken apart into its keys, each with its place: the mistakes' places come from here.</summary>
/// <param name="file">Name as shown; <see langword="null"/> if there is no file.</param>
/// <param name="folder">Folder that the paths in it are relative to.</param>
/// <param name="settings">The keys in the order of the file.</param>
internal sealed class SettingsDocument(string? file, string folder, ImmutableArray<Setting> settings)
{
    /// <summary>No file.</summary>
    public static SettingsDocument None { get; } = new(null, "", []);

    /// <summary>The file's name as shown, or <see langword="null"/>.</summary>
    public string? File { get; } = file;

    /// <summary>The keys in the order of the file.</summary>
    public ImmutableArray<Setting> Settings { get; } = settings;

    /// <summary>Whether the key is there and has a value.</summary>
    public Setting? Find(string path) => Settings.FirstOrDefault(s => s.Path == path && !s.Values.IsEmpty);

    /// <summary>The value, or "".</summary>
    public string Text(string path) => Find(path)?.Values[0] ?? "";

    /// <summary>The value, or <see langword="null"/>.</summary>
    public string? TextOrNull(string path) => Find(path)?.Values[0];

    /// <summary>The values; empty if there are none.</summary>
    public ImmutableArray<string> Texts(string path) => Find(path)?.Values ?? [];

    /// <summary>A path, made from the folder of the file; <see langword="null"/> if there is none.</summary>
    public string? PathOf(string path) => TextOrNull(path) is { } value ? FromFolder(value) : null;

    /// <summary>Paths, made from the folder of the file.</summary>
    public ImmutableArray<string> PathsOf(string path) => [.. Texts(path).Select(FromFolder)];

    /// <summary>The whole number, or <see langword="null"/>, also for what the reader refused.</summary>
    public int? Whole(string path) => int.TryParse(TextOrNull(path), out var value) ? value : null;

    /// <summary>The date, or <see langword="null"/>, also for what the reader refused.</summary>
    public DateOnly? Date(string path) => DateOnly.TryParseExact(TextOrNull(path), "yyyy-MM-dd", out var value) ? value : null;

    /// <summary>Whether it says <c>true</c>; <see langword="null"/> if it says nothing.</summary>
    public bool? Boolean(string path) => TextOrNull(path) is { } value ? value == "true" : null;

    /// <summary>The place of a key, or of the nearest key above it; the file itself if there is none.</summary>
    public Location PlaceOf(string path)
    {
        for (var at = path; at.Length > 0; at = at.LastIndexOf('.') is var dot and > 0 ? at[..dot] : "")
            if (Settings.FirstOrDefault(s => s.Path == at || s.Path.StartsWith(at + ".", StringComparison.Ordinal)) is { } setting) return setting.Place;
        return new() { File = File ?? SettingsFile.Name };
    }

    /// <summary>A path made from the folder of the file.</summary>
    public string FromFolder(string value) => value == "-" || Path.IsPathRooted(value) ? value : Path.Combine(folder, value);
}
