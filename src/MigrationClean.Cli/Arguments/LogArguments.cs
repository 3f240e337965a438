using System.CommandLine;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;

namespace MigrationClean.Cli.Arguments;

/// <summary>The options of how a log is read and applied: <c>log check</c>, <c>log apply</c>, <c>clean --log</c>.</summary>
internal sealed class LogArguments
{
    private readonly ValueOption _profile = new("--log-profile", OptionGroup.Input) { ValueName = "NAME", Allowed = LogReader.Profiles };
    private readonly ValueOption _deletions = new("--deletion-log", OptionGroup.Input) { ValueName = "FILE" };
    private readonly Switch _complete = new("--require-complete", OptionGroup.Selection);
    private readonly Switch _review = new("--require-review", OptionGroup.Selection);
    private readonly Switch _noOld = new("--no-old-values", OptionGroup.Selection);
    private readonly Switch _ignore = new("--ignore-on-removed", OptionGroup.Selection);
    private readonly Switch _children = new("--add-missing-children", OptionGroup.Output);

    private readonly ValueOption _recompute = new("--recompute", OptionGroup.Output) { ValueName = "WHICH", Allowed = Recomputes.All, Default = "changed" };

    private readonly ValueOption _cascade = new("--cascade", OptionGroup.Output) { ValueName = "HOW", Allowed = ["apply", "report"], Default = "apply" };

    private static Words<RecomputeChoice> Recomputes { get; } =
        new(("changed", RecomputeChoice.Changed), ("all", RecomputeChoice.All), ("none", RecomputeChoice.None));

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_profile, _deletions, _complete, _review, _noOld, _ignore, _recompute, _cascade, _children]) command.Options.Add(option);
    }

    /// <summary>The deletion log of an earlier run, or <see langword="null"/>: <see cref="LogReader.RemovedIn"/> reads it.</summary>
    public string? DeletionLog(Line line) => line.One(_deletions);

    /// <summary>What was chosen, but for <see cref="LogOptions.RemovedBefore"/>, which <see cref="DeletionLog"/> names.</summary>
    /// <exception cref="Diagnostics.InputException">A value is not one of the known.</exception>
    public LogOptions Read(Line line) => new()
    {
        Profile = line.One(_profile),
        RequireComplete = line.Is(_complete),
        RequireReview = line.Is(_review),
        NoOldValues = line.Is(_noOld),
        IgnoreOnRemoved = line.Is(_ignore),
        Recompute = line.OneOf(_recompute, Recomputes) ?? RecomputeChoice.Changed,
        CascadeOnlyReports = line.One(_cascade) == "report",
        AddMissingChildren = line.Is(_children),
    };
}
