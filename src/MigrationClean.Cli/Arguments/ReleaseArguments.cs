using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Anonymisation;

namespace MigrationClean.Cli.Arguments;

/// <summary>What the release is to be; what is <see langword="null"/> or empty the settings decide.</summary>
internal sealed record ReleaseChoices
{
    /// <summary>For whom.</summary>
    public ReleaseLevel? Level { get; init; }

    /// <summary>The recipient's name in the settings.</summary>
    public string? Recipient { get; init; }

    /// <summary>The privacy plan.</summary>
    public string? Plan { get; init; }

    /// <summary>The key's file, never the key.</summary>
    public string? Key { get; init; }

    /// <summary>The consent question, or <c>none</c>.</summary>
    public string? Consent { get; init; }

    /// <summary>Language of labels in outputs.</summary>
    public string? Labels { get; init; }

    /// <summary>Formats of data.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];
}

/// <summary>The options of <see cref="ReleaseChoices"/>.</summary>
internal sealed class ReleaseArguments
{
    private readonly ValueOption _level = new("--level", OptionGroup.Release)
    {
        ValueName = "LEVEL",
        Allowed = Words.Levels.All,
        Default = "public",
        SettingsKey = "level",
    };

    private readonly ValueOption _plan = new("--plan", OptionGroup.Release) { ValueName = "TABLE", SettingsKey = "plan" };

    private readonly ValueOption _key = new("--key", OptionGroup.Release) { ValueName = "FILE", SettingsKey = "key" };

    private readonly ValueOption _consent = new("--consent", OptionGroup.Release) { ValueName = "QUESTION|none", SettingsKey = "consent.question" };

    private readonly ValueOption _recipient = new("--recipient", OptionGroup.Release) { ValueName = "NAME" };

    private readonly ValueOption _labels = new("--labels", OptionGroup.Output) { ValueName = "LANGUAGE", SettingsKey = "labels" };

    private readonly ValueOption _to = new("--to", OptionGroup.Output)
    {
        ValueName = "FORMAT,…",
        Allowed = Words.DataFormats,
        Shown = ["csv", "xlsx"],
        IsCommaList = true,
        IsRepeatable = true,
        Default = "csv,xlsx",
        SettingsKey = "output.to",
        TextKey = "help/option/to-clean",
    };

    /// <summary>Adds what concerns privacy.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_level, _plan, _key, _consent, _recipient]) command.Options.Add(option);
    }

    /// <summary>Adds what concerns formats.</summary>
    public void AddFormatTo(Command command)
    {
        command.Options.Add(_to);
        command.Options.Add(_labels);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="Diagnostics.InputException">A value is not one of the known.</exception>
    public ReleaseChoices Read(Line line) => new()
    {
        Level = line.OneOf(_level, Words.Levels),
        Recipient = line.One(_recipient),
        Plan = line.One(_plan),
        Key = line.One(_key),
        Consent = line.One(_consent),
        Labels = line.One(_labels),
        Formats = line.Many(_to),
    };
}
