using System.CommandLine;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Arguments;

/// <summary>What every verb understands: how loud, how bright, in which language, by which settings.</summary>
internal sealed record CommonChoices
{
    /// <summary>How much is said.</summary>
    public Loudness Loudness { get; init; } = Loudness.Normal;

    /// <summary>Whether and when there is colour.</summary>
    public ColourChoice Colour { get; init; }

    /// <summary>Whether progress may be shown.</summary>
    public bool ShowsProgress { get; init; } = true;

    /// <summary>The settings file named, or <see langword="null"/>: then it is looked for.</summary>
    public string? Config { get; init; }

    /// <summary>Whether no settings file is used.</summary>
    public bool WithoutConfig { get; init; }
}

/// <summary>The options of <see cref="CommonChoices"/>; they stand at the root and hold for every verb.</summary>
internal sealed class CommonArguments
{
    private readonly Switch _quiet = new("--quiet", OptionGroup.Messages, "-q") { Recursive = true };
    private readonly Switch _verbose = new("--verbose", OptionGroup.Messages, "-v") { Recursive = true };

    private readonly ValueOption _color = new("--color", OptionGroup.Messages)
    { ValueName = "WHEN", Allowed = Words.Colours.All, Default = "auto", Recursive = true };

    private readonly Switch _noProgress = new("--no-progress", OptionGroup.Messages) { Recursive = true, IsInEnvironment = true };

    private readonly ValueOption _lang = new("--lang", OptionGroup.Messages)
    { ValueName = "LANGUAGE", Allowed = Words.Languages.All, SettingsKey = "lang", Recursive = true };

    private readonly ValueOption _config = new("--config", OptionGroup.Messages) { ValueName = "FILE", Recursive = true };
    private readonly Switch _noConfig = new("--no-config", OptionGroup.Messages) { Recursive = true };

    /// <summary>Adds the options to the root.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[_config, _noConfig, _quiet, _verbose, _color, _noProgress, _lang]) root.Options.Add(option);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="InputException">A value is not one of the known, or two options exclude each other.</exception>
    public CommonChoices Read(Line line)
    {
        if (line.Is(_quiet) && line.Is(_verbose)) throw UsageMistake.Of("excludes", ("first", _quiet.Name), ("second", _verbose.Name));
        if (line.IsOnLine(_config) && line.Is(_noConfig)) throw UsageMistake.Of("excludes", ("first", _config.Name), ("second", _noConfig.Name));

        line.One(_lang);   // Read before the tree was built; here it is only judged.
        return new()
        {
            Loudness = line.Count(_quiet) switch { 0 => line.Is(_verbose) ? Loudness.Verbose : Loudness.Normal, 1 => Loudness.Quiet, _ => Loudness.Silent },
            Colour = line.OneOf(_color, Words.Colours) ?? ColourChoice.Auto,
            ShowsProgress = !line.Is(_noProgress),
            Config = line.One(_config),
            WithoutConfig = line.Is(_noConfig),
        };
    }
}
