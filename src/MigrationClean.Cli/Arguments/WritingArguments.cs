using System.CommandLine;
using MigrationClean.Files;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Arguments;

/// <summary>Where output goes.</summary>
/// <param name="Output">A path or <c>-</c>; <see langword="null"/> if not given.</param>
/// <param name="Force">Whether existing output is replaced.</param>
/// <param name="DryRun">Whether everything is done but the writing.</param>
internal sealed record WritingChoices(string? Output, bool Force, bool DryRun)
{
    /// <summary>The same for a single file that must not be one of the inputs.</summary>
    public OutputOptions FileOptions(string path, IEnumerable<InputFile> inputs) => new()
    {
        Path = path,
        Force = Force,
        DryRun = DryRun,
        Inputs = [.. inputs.Select(input => input.FullPath).OfType<string>()],
        Tool = $"{ProgramVersion.Name} {ProgramVersion.Number}",
    };
}

/// <summary>The options of <see cref="WritingChoices"/>.</summary>
internal sealed class WritingArguments(string outputTextKey)
{
    private readonly ValueOption _output = new("--output", OptionGroup.Output, "-o") { ValueName = "PATH", TextKey = outputTextKey };
    private readonly Switch _force = new("--force", OptionGroup.Output);
    private readonly Switch _dryRun = new("--dry-run", OptionGroup.Output, "-n");

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_output, _force, _dryRun]) command.Options.Add(option);
    }

    /// <summary>What was chosen. The environment has no say: a slip there would overwrite something.</summary>
    public WritingChoices Read(Line line) => new(line.IsOnLine(_output) ? line.One(_output) : null, line.Is(_force), line.Is(_dryRun));

    /// <summary>The same, where an output must be named.</summary>
    /// <exception cref="Diagnostics.InputException">None is.</exception>
    public WritingChoices ReadRequired(Line line, string verb)
    {
        var choices = Read(line);
        return choices.Output is null ? throw UsageMistake.Of("missing-option", ("verb", verb), ("option", "-o PATH")) : choices;
    }
}

/// <summary>How CSV is written; what is <see langword="null"/> the settings decide.</summary>
internal sealed record CsvChoices(bool? Bom, CsvGuard? Guard, bool? CrLf);

/// <summary>The options of <see cref="CsvChoices"/>.</summary>
internal sealed class CsvArguments
{
    private readonly Switch _bom = new("--bom", OptionGroup.Output) { SettingsKey = "output.csv.bom", IsInEnvironment = true };

    private readonly ValueOption _guard = new("--csv-guard", OptionGroup.Output)
    { ValueName = "MODE", Allowed = Words.Guards.All, Default = "on", SettingsKey = "output.csv.guard" };

    private readonly ValueOption _lineEnds = new("--line-ends", OptionGroup.Output)
    { ValueName = "KIND", Allowed = Words.LineEnds.All, Default = "lf", SettingsKey = "output.csv.line_ends" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_bom, _guard, _lineEnds]) command.Options.Add(option);
    }

    /// <summary>What was chosen.</summary>
    public CsvChoices Read(Line line) => new(line.Is(_bom) ? true : null, line.OneOf(_guard, Words.Guards), line.OneOf(_lineEnds, Words.LineEnds));
}
