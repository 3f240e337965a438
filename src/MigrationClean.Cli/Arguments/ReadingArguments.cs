using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;

namespace MigrationClean.Cli.Arguments;

/// <summary>Which exports and forms are read, and how. What is <see langword="null"/> or empty the settings decide.</summary>
internal sealed record ReadingChoices
{
    /// <summary>Data files, or <c>-</c>.</summary>
    public ImmutableArray<string> Exports { get; init; } = [];

    /// <summary>Forms, one a version.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Encoding of text that is not Unicode.</summary>
    public string? Encoding { get; init; }

    /// <summary>Zone of instants without offset.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What stands for the clock.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whose rules the form's logic follows.</summary>
    public DialectChoice Dialect { get; init; }

    /// <summary>Worker threads.</summary>
    public int? Threads { get; init; }
}

/// <summary>The arguments of <see cref="ReadingChoices"/>, for every verb that reads an export.</summary>
internal sealed class ReadingArguments(string name = "export", string shown = "EXPORT", bool isOptional = false)
{
    private const int MostThreads = 256;

    private readonly Argument<string[]> _exports = new(name) { HelpName = shown, Arity = isOptional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore };

    private readonly ValueOption _tz = new("--tz", OptionGroup.Input) { ValueName = "ZONE", SettingsKey = "time.zone" };

    private readonly ValueOption _now = new("--now", OptionGroup.Input) { ValueName = "INSTANT" };

    private readonly ValueOption _dialect = new("--dialect", OptionGroup.Input)
    { ValueName = "NAME", Allowed = Words.Dialects.All, Default = "auto" };

    /// <summary>The forms; other verbs use it alone.</summary>
    public ValueOption Form { get; } = new("--form", OptionGroup.Input) { ValueName = "FILE", IsRepeatable = true, SettingsKey = "forms" };

    /// <summary>Encoding of text that is not Unicode; other verbs use it alone.</summary>
    public ValueOption Encoding { get; } = new("--encoding", OptionGroup.Input) { ValueName = "NAME" };

    /// <summary>Worker threads; other verbs use it alone.</summary>
    public ValueOption Threads { get; } = new("--threads", OptionGroup.Input) { ValueName = "N" };

    /// <summary>Adds all of them to a verb.</summary>
    public void AddTo(Command command)
    {
        _exports.Validators.Add(UsageErrors.RefuseOptions);
        command.Arguments.Add(_exports);
        foreach (var option in (Option[])[Form, Encoding, _tz, _now, Threads, _dialect]) command.Options.Add(option);
    }

    /// <summary>How many threads were asked for.</summary>
    /// <exception cref="InputException">It is no number from 1 to 256.</exception>
    public int? ThreadsOf(Line line) => line.Whole(Threads, 1, MostThreads);

    /// <summary>What was chosen.</summary>
    /// <exception cref="InputException">A value can't be read.</exception>
    public ReadingChoices Read(ParseResult result, Line line)
    {
        var choices = new ReadingChoices
        {
            Exports = [.. result.GetValue(_exports) ?? []],
            Forms = line.Many(Form),
            Encoding = line.One(Encoding),
            TimeZone = line.One(_tz),
            Now = line.Instant(_now),
            Dialect = line.OneOf(_dialect, Words.Dialects) ?? DialectChoice.Auto,
            Threads = ThreadsOf(line),
        };
        if (choices.Exports.Concat(choices.Forms).Count(name => name == "-") > 1) throw UsageMistake.Of("stdin-twice");
        if (choices.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw UsageMistake.Of("no-such-zone", ("zone", zone));
        return choices;
    }
}
