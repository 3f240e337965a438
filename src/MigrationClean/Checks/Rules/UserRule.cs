using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Rules;

/// <summary>On which data a rule of the user's is judged.</summary>
internal enum RuleMoment
{
    /// <summary>Before and after the cleaning log.</summary>
    Both,

    /// <summary>On the export as it came.</summary>
    Raw,

    /// <summary>After the cleaning log has been applied.</summary>
    Clean,
}

/// <summary>A rule as a table or a form has it, its cells read, nothing bound yet.</summary>
internal sealed record RuleDraft
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>XPath; true is a problem.</summary>
    public required string Expression { get; init; }

    /// <summary>As written, where it was translated from another language; else the expression.</summary>
    public string Written { get; init; } = "";

    /// <summary>One sentence by language.</summary>
    public LocalText Message { get; init; } = LocalText.Empty;

    /// <summary>Its severity, or <see langword="null"/> where the table says none.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Names or paths of the questions to decide about; empty = all that the expression names.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>XPath: the rule is judged only where it is true; "" = everywhere.</summary>
    public string Where { get; init; } = "";

    /// <summary>Path of a repeat, or "" = where its questions are.</summary>
    public string Table { get; init; } = "";

    /// <summary>Whether rows that cannot be decided are told.</summary>
    public bool ReportsUnknown { get; init; }

    /// <summary>On which data it is judged.</summary>
    public RuleMoment On { get; init; }

    /// <summary>Why it exists.</summary>
    public string Why { get; init; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where each of its cells stands, by column; the row for any other name.</summary>
    public required Func<string, Location> Place { get; init; }

    /// <summary>The question in whose row of the form it stands, and which is <c>.</c>; <see langword="null"/> for a rule of a table.</summary>
    public Question? At { get; init; }
}

/// <summary>A rule that can be judged.</summary>
/// <param name="Draft">As it is written.</param>
/// <param name="Expression">True is a problem.</param>
/// <param name="Where">The rule is judged only where it is true; <see langword="null"/> = everywhere.</param>
/// <param name="Questions">The questions to decide about, in form order.</param>
internal sealed record UserRule(RuleDraft Draft, RowExpression Expression, RowExpression? Where, ImmutableArray<Question> Questions)
{
    /// <summary>Code of all rules of users.</summary>
    public const string Code = "LOG-01";

    /// <summary>The code, with the rule's id as its name.</summary>
    public CheckId Check => new(Code, Draft.Id);

    /// <summary>Its severity.</summary>
    public Severity Severity => Draft.Severity ?? Severity.Warning;
}

/// <summary>The rules of a run, and what is to be said of their tables.</summary>
/// <param name="Rules">In the order of the tables, then of the form.</param>
/// <param name="Findings">Unknown columns, rules of a form that cannot be run.</param>
internal sealed record RuleSet(ImmutableArray<UserRule> Rules, ImmutableArray<Finding> Findings)
{
    /// <summary>No rules.</summary>
    public static RuleSet None { get; } = new([], []);
}
