using System.Collections.Immutable;
using System.CommandLine;

namespace MigrationClean.Cli.Arguments;

/// <summary>
/// An option with a value. Help, completion, the environment's names and the settings' keys all come from it. Values stay text here and are
/// judged by <see cref="Line"/>, so that a mistake is told in our words, whether it came from the line or from the environment.
/// </summary>
internal sealed class ValueOption : Option<string[]>
{
    public ValueOption(string name, OptionGroup group, params string[] aliases)
        : base(name, aliases)
    {
        Group = group;
        Arity = ArgumentArity.OneOrMore;
    }

    /// <summary>Where it stands in the help.</summary>
    public OptionGroup Group { get; }

    /// <summary>What stands for the value in the help: <c>FILE</c>.</summary>
    public required string ValueName { get; init; }

    /// <summary>The closed set of values, in the order of the help; empty = any text.</summary>
    public ImmutableArray<string> Allowed
    {
        get;
        init
        {
            field = value;
            CompletionSources.Add([.. value]);
        }
    } = [];

    /// <summary>The values that the help and completion show, where this version honours fewer than the contract has.</summary>
    public ImmutableArray<string> Shown
    {
        get => field.IsDefault ? Allowed : field;
        init
        {
            field = value;
            CompletionSources.Clear();
            CompletionSources.Add([.. value]);
        }
    }

    /// <summary>What holds when nobody says anything; shown in the help. <see langword="null"/> = nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether one value holds several, separated by commas.</summary>
    public bool IsCommaList { get; init; }

    /// <summary>The settings key that says the same, or <see langword="null"/>.</summary>
    public string? SettingsKey { get; init; }

    /// <summary>Key of its text in the help; another than the usual where a verb means something else by it.</summary>
    public string TextKey { get => field ?? $"help/option/{Name[2..]}"; init; }

    /// <summary>The environment variable that says the same: <c>MIGRATIONCLEAN_FAIL_ON</c>.</summary>
    public string EnvironmentName => EnvironmentNames.Of(Name);
}

/// <summary>An option that is there or not. It takes no value: <c>--force file</c> never eats the file.</summary>
internal sealed class Switch : Option<bool>
{
    public Switch(string name, OptionGroup group, params string[] aliases)
        : base(name, aliases)
    {
        Group = group;
        Arity = ArgumentArity.Zero;
    }

    /// <summary>Where it stands in the help.</summary>
    public OptionGroup Group { get; }

    /// <summary>The settings key that says the same, or <see langword="null"/>.</summary>
    public string? SettingsKey { get; init; }

    /// <summary>Whether the environment may say it: not where one slip would overwrite something.</summary>
    public bool IsInEnvironment { get; init; }

    /// <summary>The environment variable that says the same.</summary>
    public string EnvironmentName => EnvironmentNames.Of(Name);
}

/// <summary>An option of the contract that this version cannot honour yet: known, hidden, and refused with one sentence.</summary>
internal sealed class LaterOption : Option<string[]>
{
    public LaterOption(string name)
        : base(name)
    {
        Hidden = true;
        Arity = ArgumentArity.ZeroOrMore;
    }
}
