using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Arguments;

/// <summary>Which checks run and which findings matter.</summary>
/// <param name="Select">Codes, names or families to run; empty = all.</param>
/// <param name="Ignore">Those left out.</param>
/// <param name="FailOn">From which severity on the exit code is 1; <see langword="null"/> = never.</param>
internal sealed record CheckChoices(ImmutableArray<string> Select, ImmutableArray<string> Ignore, Severity? FailOn)
{
    /// <summary>The planned sample, or <see langword="null"/>.</summary>
    public string? Sample { get; init; }

    /// <summary>Tables of logical checks; empty = those of the settings.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}

/// <summary>The options of <see cref="CheckChoices"/>.</summary>
/// <param name="names">What may be selected: checks of submissions or rules of forms. Asked only where a line names some.</param>
/// <param name="hasRules">Whether rules of the user's may be given, which may be selected too.</param>
internal sealed class CheckArguments(Func<IReadOnlyList<string>> names, bool hasRules = false)
{
    private const string Never = "never";

    private readonly ValueOption? _rules = hasRules ? RulesOption() : null;

    private readonly ValueOption _select = new("--select", OptionGroup.Selection) { ValueName = "CODE,…", IsRepeatable = true, IsCommaList = true };
    private readonly ValueOption _ignore = new("--ignore", OptionGroup.Selection) { ValueName = "CODE,…", IsRepeatable = true, IsCommaList = true };

    private readonly ValueOption _failOn = new("--fail-on", OptionGroup.Selection)
    { ValueName = "SEVERITY", Allowed = [.. Words.Severities.All, Never], Default = "error" };

    private readonly ValueOption _sample = new("--sample", OptionGroup.Input) { ValueName = "TABLE", SettingsKey = "sample" };

    /// <summary>Adds the planned sample, for verbs that look at submissions; before the others, as it is an input.</summary>
    public void AddSampleTo(Command command) => command.Options.Add(_sample);

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option?[] { _rules, _select, _ignore, _failOn }.OfType<Option>()) command.Options.Add(option);
    }

    /// <summary>Adds which checks run alone, for verbs that no finding makes fail.</summary>
    public void AddSelectionTo(Command command)
    {
        foreach (var option in (Option[])[_select, _ignore]) command.Options.Add(option);
    }

    /// <summary>What was chosen of <see cref="AddSelectionTo"/>.</summary>
    /// <exception cref="InputException">A check is not known.</exception>
    public CheckChoices ReadSelection(Line line) => new(Known(line, _select), Known(line, _ignore), null) { Sample = line.One(_sample) };

    /// <summary>What was chosen.</summary>
    /// <exception cref="InputException">A check is not known.</exception>
    public CheckChoices Read(Line line)
    {
        var failOn = line.One(_failOn) ?? "error";
        return new(Known(line, _select), Known(line, _ignore), failOn == Never ? null : Words.Severities.Find(failOn))
        {
            Sample = line.One(_sample),
            Rules = _rules is null ? [] : line.Many(_rules),
        };
    }

    /// <summary>The option that names tables of logical checks.</summary>
    public static ValueOption RulesOption() =>
        new("--checks", OptionGroup.Selection) { ValueName = "TABLE", IsRepeatable = true, SettingsKey = "logical_checks" };

    private ImmutableArray<string> Known(Line line, ValueOption option)
    {
        var given = line.Many(option);
        foreach (var check in given)
            if (!CheckNames.IsIn(names(), check) && !(_rules is not null && CheckNames.MayBeRule(check))) throw UsageMistake.Unknown("unknown-check", check, names(), ("option", option.Name));
        return given;
    }
}
