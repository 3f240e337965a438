using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;

namespace MigrationClean.Cli.Arguments;

/// <summary>What is to be evaluated, and on what.</summary>
internal sealed record EvalChoices
{
    /// <summary>The expression; <see langword="null"/> where lines of a file are answered.</summary>
    public string? Expression { get; init; }

    /// <summary>Exports whose submission the expression is evaluated on.</summary>
    public ImmutableArray<string> Exports { get; init; } = [];

    /// <summary>Forms of these exports.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Which submission of them.</summary>
    public string? Submission { get; init; }

    /// <summary>XML that the expression is evaluated on.</summary>
    public string? Instance { get; init; }

    /// <summary>JSON lines, or <c>-</c>.</summary>
    public string? Batch { get; init; }

    /// <summary>Instances that these lines name.</summary>
    public string? Fixtures { get; init; }

    /// <summary>The node where the expression stands.</summary>
    public string? At { get; init; }

    /// <summary>What the value is cast to.</summary>
    public ResultType Type { get; init; }

    /// <summary>Whose rules.</summary>
    public DialectChoice Dialect { get; init; }

    /// <summary>What stands for the clock.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Zone of the device.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Encoding of an export that is not Unicode.</summary>
    public string? Encoding { get; init; }

    /// <summary>Worker threads that read an export.</summary>
    public int? Threads { get; init; }

    /// <summary>Language of the labels that an expression asks for.</summary>
    public string? Labels { get; init; }
}

/// <summary>The arguments of <see cref="EvalChoices"/>.</summary>
internal sealed class EvalArguments
{
    private readonly Argument<string?> _expression = new("expression") { HelpName = "EXPR", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string[]> _exports = new("export") { HelpName = "EXPORT", Arity = ArgumentArity.ZeroOrMore };
    private readonly ReadingArguments _reading = new();
    private readonly ValueOption _labels = new("--labels", OptionGroup.Output) { ValueName = "LANGUAGE", TextKey = "help/option/labels-eval" };
    private readonly ValueOption _submission = new("--submission", OptionGroup.Input) { ValueName = "KEY" };
    private readonly ValueOption _instance = new("--instance", OptionGroup.Input) { ValueName = "FILE" };
    private readonly ValueOption _batch = new("--batch", OptionGroup.Input) { ValueName = "FILE" };
    private readonly ValueOption _fixtures = new("--fixtures", OptionGroup.Input) { ValueName = "FILE" };
    private readonly ValueOption _at = new("--at", OptionGroup.Input) { ValueName = "PATH" };
    private readonly ValueOption _type = new("--type", OptionGroup.Output) { ValueName = "TYPE", Allowed = Words.ResultTypes.All };

    private readonly ValueOption _dialect = new("--dialect", OptionGroup.Input)
    { ValueName = "NAME", Allowed = Words.Dialects.All, Default = "auto" };

    private readonly ValueOption _now = new("--now", OptionGroup.Input) { ValueName = "INSTANT" };
    private readonly ValueOption _tz = new("--tz", OptionGroup.Input) { ValueName = "ZONE", SettingsKey = "time.zone", TextKey = "help/option/tz-eval" };

    /// <summary>Adds all of them to the verb.</summary>
    public void AddTo(Command command)
    {
        _expression.Validators.Add(UsageErrors.RefuseLongOptions);
        _exports.Validators.Add(UsageErrors.RefuseOptions);
        command.Arguments.Add(_expression);
        command.Arguments.Add(_exports);
        foreach (var option in (Option[])[_instance, _reading.Form, _submission, _at, _batch, _fixtures, _reading.Encoding, _dialect, _now, _tz, _reading.Threads, _type, _labels]) command.Options.Add(option);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="Diagnostics.InputException">A value can't be read, or options exclude each other.</exception>
    public EvalChoices Read(ParseResult result, Line line)
    {
        var choices = new EvalChoices
        {
            Expression = result.GetValue(_expression),
            Exports = [.. result.GetValue(_exports) ?? []],
            Forms = line.Many(_reading.Form),
            Submission = line.One(_submission),
            Instance = line.One(_instance),
            Batch = line.One(_batch),
            Fixtures = line.One(_fixtures),
            At = line.One(_at),
            Type = line.OneOf(_type, Words.ResultTypes) ?? ResultType.AsIs,
            Dialect = line.OneOf(_dialect, Words.Dialects) ?? DialectChoice.Auto,
            Now = line.Instant(_now),
            TimeZone = line.One(_tz),
            Encoding = line.One(_reading.Encoding),
            Threads = _reading.ThreadsOf(line),
            Labels = line.One(_labels),
        };
        Check(choices);
        return choices;
    }

    private static void Check(EvalChoices choices)
    {
        if (choices.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw UsageMistake.Of("no-such-zone", ("zone", zone));
        if (choices is { Batch: null, Expression: null })
            throw UsageMistake.Of("missing-argument", ("command", $"{ProgramVersion.Name} eval"), ("argument", "EXPR"));
        if (choices is { Batch: not null, Expression: not null }) throw Excludes("--batch", "EXPR");
        if (choices is { Batch: null, Fixtures: not null }) throw UsageMistake.Of("missing-option", ("verb", "eval"), ("option", "--batch FILE"));
        if (choices is { Batch: "-", Fixtures: "-" }) throw UsageMistake.Of("stdin-twice");
        if (choices is { Exports: [], Submission: not null }) throw UsageMistake.Of("missing-argument", ("command", $"{ProgramVersion.Name} eval"), ("argument", "EXPORT"));
        if (choices is { Exports: not [], Submission: null }) throw UsageMistake.Of("missing-option", ("verb", "eval"), ("option", "--submission KEY"));
        if (choices is { Exports: not [], Instance: not null }) throw Excludes("--instance", "EXPORT");
        if (choices is { Batch: not null } and ({ Instance: not null } or { At: not null })) throw Excludes("--batch", choices.Instance is null ? "--at" : "--instance");
    }

    private static Diagnostics.InputException Excludes(string first, string second) => UsageMistake.Of("excludes", ("first", first), ("second", second));
}
