using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Cli.Config;

/// <summary>
/// The language to speak, found before the tree of verbs is built: <c>--lang</c>, environment, settings, locale, English.
/// </summary>
internal static class SpokenLanguage
{
    private const string Key = "lang:";

    private const int LooksAt = 1 << 16;

    /// <summary>The language. A word that is none is passed over here and refused when the line is read.</summary>
    public static Language Of(IReadOnlyList<string> args, Streams streams) =>
        Words.Languages.Find(ValueOf(args, "--lang"))
        ?? Words.Languages.Find(streams.Environment.GetValueOrDefault(EnvironmentNames.Of("--lang")))
        ?? Words.Languages.Find(InSettings(args, streams))
        ?? OfLocale(streams)
        ?? Language.English;

    // The first of these that is set decides, as for every program (POSIX.1-2017 §8.2).
    private static Language? OfLocale(Streams streams) => ((string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        .Select(name => streams.Environment.GetValueOrDefault(name, "")).FirstOrDefault(value => value.Length > 0) is { Length: >= 2 } locale
            ? Words.Languages.Find(locale[..2])
            : null;

    // A line scan, not a YAML parser: help and version must start at once.
    private static string? InSettings(IReadOnlyList<string> args, Streams streams)
    {
        var named = ValueOf(args, "--config") ?? streams.Environment.GetValueOrDefault(EnvironmentNames.Of("--config"));
        var path = SettingsFile.Find(named, args.Contains("--no-config", StringComparer.Ordinal), streams.WorkingFolder);
        if (!File.Exists(path)) return null;
        try
        {
            using var file = InputFile.FromPath(path).Open();
            var start = new byte[LooksAt];
            var text = Encoding.UTF8.GetString(start, 0, file.ReadAtLeast(start, LooksAt, throwOnEndOfStream: false));
            return text.TrimStart('\uFEFF').Split('\n').FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) is { } found
                ? found[Key.Length..].Split('#')[0].Trim().Trim('"', '\'')
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InputException)
        {
            return null;   // Told in full, with its fix, when the settings are read.
        }
    }

    private static string? ValueOf(IReadOnlyList<string> args, string option)
    {
        for (var i = args.Count - 1; i >= 0; i--)
        {
            if (args[i] == option && i + 1 < args.Count) return args[i + 1];
            if (args[i].StartsWith(option + "=", StringComparison.Ordinal)) return args[i][(option.Length + 1)..];
        }

        return null;
    }
}
