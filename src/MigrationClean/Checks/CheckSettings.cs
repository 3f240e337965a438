using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>What the settings file and the command line say about checks.</summary>
public sealed record CheckSettings
{
    /// <summary>Whether the submissions are raw, corrected, or both as nothing was corrected: rules of the user's may be for one of them.</summary>
    internal RuleMoment Moment { get; init; } = RuleMoment.Raw;

    /// <summary>Codes (<c>FORM-05</c>), names (<c>choice-not-in-list</c>) or families (<c>FORM</c>) to run; empty = all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Codes or names that are switched on, though they do not run by themselves.</summary>
    public ImmutableArray<string> On { get; init; } = [];

    /// <summary>Codes, names or families to leave out; wins over <see cref="Select"/>.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Severity by check code or name, where it differs from the default.</summary>
    public FrozenDictionary<string, Severity> Severities { get; init; } = FrozenDictionary<string, Severity>.Empty;

    /// <summary>The consent question and what counts as yes.</summary>
    public ConsentSettings Consent { get; init; } = new();

    /// <summary>Whose rules the form's logic follows.</summary>
    public DialectChoice Dialect { get; init; }

    /// <summary>The project's zone (IANA name), for submissions that do not tell their own; <see langword="null"/> = UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language of labels in messages, as <c>--labels</c> names it; <see langword="null"/> = the reader's, if the form has it.</summary>
    public string? Labels { get; init; }

    /// <summary>The reader's language.</summary>
    public Language Reader { get; init; } = Language.English;

    /// <summary>Workers for the form's logic; 0 = as many as there are cores.</summary>
    public int Threads { get; init; }

    /// <summary>Texts that count as blank; none by default: a respondent may be called "Na".</summary>
    public ImmutableArray<string> NaLiterals { get; init; } = [];

    /// <summary>What the settings say about single checks, by code (<c>FORM-08</c>).</summary>
    public FrozenDictionary<string, CheckOptions> Options { get; init; } = FrozenDictionary<string, CheckOptions>.Empty;

    /// <summary>Questions and columns with a role in fieldwork.</summary>
    public FieldworkColumns Columns { get; init; } = new();

    /// <summary>Numbers and choices that stand for no answer.</summary>
    public CodeSettings Codes { get; init; } = new();

    /// <summary>When data were collected; <see langword="null"/> = not said.</summary>
    public CollectionPeriod? Collection { get; init; }

    /// <summary>The clients' audit logs; <see langword="null"/> = none given.</summary>
    public AuditLogs? Audit { get; init; }

    /// <summary>Whether what a check saw and found harmless is told too, as <c>info</c>.</summary>
    public bool ShowAll { get; init; }

    /// <summary>The planned sample; <see langword="null"/> if none was given.</summary>
    public PlannedSample? Sample { get; init; }

    /// <summary>Names under <c>checks</c> of the settings that may be ids of the user's rules.</summary>
    public ImmutableArray<string> Named { get; init; } = [];

    /// <summary>The user's rules as their tables have them; the form's own hold besides.</summary>
    internal RuleReader Rules { get; init; } = new();

    /// <summary>Second interviews of the same households; <see langword="null"/> if none were given.</summary>
    internal SubmissionSet? BackCheck { get; init; }

    /// <summary>What holds for a check: the settings, else its defaults.</summary>
    internal ParameterValues Of(CheckId check) => Of(AllChecks.Find(check.Code)!);

    /// <summary>What holds for a check: the settings, else its defaults.</summary>
    internal ParameterValues Of(Check check) => new(check, Options.GetValueOrDefault(check.Id.Code) ?? CheckOptions.Default);
}

/// <summary>The key <c>consent</c> of the settings.</summary>
public sealed record ConsentSettings
{
    /// <summary>Name of the consent question; <see langword="null"/> = found by its words.</summary>
    public string? Question { get; init; }

    /// <summary>Choices that mean yes; anything else, and blank, is no.</summary>
    public ImmutableArray<string> Accept { get; init; } = ["yes"];

    /// <summary>Reason why no consent question is needed; empty = needed. <c>--consent none</c> sets it.</summary>
    public string NotNeeded { get; init; } = "";
}

/// <summary>What the checks found.</summary>
public sealed record CheckReport
{
    /// <summary>Findings in report order: file, sheet, row, column, code (ordinal; nothing first).</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Findings that a log has settled: accepted as they are, or resolved by its corrections. Nobody has to look at them again.</summary>
    public ImmutableArray<Finding> Settled { get; init; } = [];

    /// <summary>How many of them were accepted.</summary>
    public int Accepted => Settled.Count(f => f.Status == FindingStatus.Accepted);

    /// <summary>Rules that could not be judged.</summary>
    public required ImmutableArray<NotJudged> NotJudged { get; init; }

    /// <summary>The checks that ran, in code order.</summary>
    public ImmutableArray<CheckId> Checks { get; init; } = [];

    /// <summary>Rows of the main table, before any is removed.</summary>
    public required int Submissions { get; init; }
}
