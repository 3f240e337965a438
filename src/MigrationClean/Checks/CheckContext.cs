using System.Collections.Immutable;
using System.Text;
using MigrationClean.Checks.BackCheck;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Structure;
using MigrationClean.Checks.Times;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>What a check of a whole set is given, and where it says what it could not judge.</summary>
internal sealed class CheckContext(SubmissionSet submissions, Consent consent, CheckSettings settings, CancellationToken cancellation = default)
{
    private readonly List<NotJudged> _notJudged = [];
    private IReadOnlyList<LogicResult>? _logic;
    private bool[]? _otherVersions;
    private RowExpressions? _expressions;
    private InterviewFacts? _interviews;
    private PlaceFacts? _places;
    private AskedAnswers? _asked;
    private ComparedAnswers? _compared;
    private NearInterviews? _near;
    private Distributions? _distributions;
    private BackCheckPairs? _backCheck;
    private readonly byte[][] _naLiterals = [.. settings.NaLiterals.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The submissions.</summary>
    public SubmissionSet Submissions { get; } = submissions;

    /// <summary>The consent question and what each submission says to it.</summary>
    public Consent Consent { get; } = consent;

    /// <summary>Settings of the checks.</summary>
    public CheckSettings Settings { get; } = settings;

    /// <summary>The language of labels in messages; <see langword="null"/> = the form's first.</summary>
    public string? LabelLanguage { get; } = ReaderLabels.Of(settings.Labels, settings.Reader, submissions.Forms);

    /// <summary>Looked at in long work.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What re-running the form's logic found, one result a form version with submissions. Made when first asked for.</summary>
    public IReadOnlyList<LogicResult> Logic => _logic ??= LogicResults.Of(this, Expressions.Take());

    /// <summary>Whether the form's logic was re-run in this run.</summary>
    public bool HasRunLogic => _logic is not null;

    /// <summary>The conditions of the settings.</summary>
    public WhereConditions Conditions { get; init; } = WhereConditions.None;

    /// <summary>The user's rules that are to be judged.</summary>
    public ImmutableArray<UserRule> Rules { get; init; } = [];

    /// <summary>Whether the form's own rules will be judged in this run, so that expressions are better evaluated beside them.</summary>
    public bool NeedsLogic { get; init; }

    /// <summary>Expressions that people wrote: rules, conditions, limits.</summary>
    public RowExpressions Expressions => _expressions ??= new(this);

    /// <summary>Who held each interview, when, and which submissions are interviews at all.</summary>
    public InterviewFacts Interviews => _interviews ??= new(this);

    /// <summary>Where interviews were held, and where they should have been.</summary>
    public PlaceFacts Places => _places ??= new(this);

    /// <summary>Answers to what was asked, in consented interviews. Made when first asked for.</summary>
    public AskedAnswers Asked => _asked ??= new(this);

    /// <summary>The answers in which interviews are compared with each other, of the questions that a check looks at. Kept where it looks at all.</summary>
    public ComparedAnswers Compared(QuestionFilter questions)
    {
        if (!questions.Include.IsEmpty || !questions.Exclude.IsEmpty) return ComparedAnswers.Of(this, questions);
        return _compared ??= ComparedAnswers.Of(this, questions);
    }

    /// <summary>Interviews that are much alike, by the settings of DUP-03. Searched when first asked for.</summary>
    public NearInterviews Near => _near ??= NearDuplicate.Search(this);

    /// <summary>Every enumerator's answers against those of the others. Made when first asked for.</summary>
    public Distributions Distributions => _distributions ??= Distribution.Distributions.Of(this);

    /// <summary>Interviews with their second ones; <see langword="null"/> where none were given or they cannot be joined. Made when first asked for.</summary>
    public BackCheckPairs? BackCheck => Settings.BackCheck is null ? null : _backCheck ??= BackCheckPairs.Of(this, Settings.BackCheck);

    /// <summary>Workers of the settings.</summary>
    public int Threads => Settings.Threads > 0 ? Settings.Threads : Environment.ProcessorCount;

    /// <summary>The parameters of a check that hold.</summary>
    public ParameterValues Of(Check check) => Settings.Of(check);

    /// <summary>Whether the submission of a row was certainly collected with a form version that was not given.</summary>
    public bool IsOfAnotherVersion(Table table, int row)
    {
        _otherVersions ??= FormVersionDiffers.RowsOfOtherVersions(Submissions);
        return _otherVersions.Length > 0 && table.RootRow(row) is >= 0 and var root && _otherVersions[root];
    }

    /// <summary>What has not been judged so far.</summary>
    public IReadOnlyList<NotJudged> AllNotJudged => _notJudged;

    /// <summary>Says that a rule could not be judged.</summary>
    public void NotJudged(CheckId check, string? question, string reason, int submissions, params ReadOnlySpan<FindingArgument> arguments) =>
        _notJudged.Add(new(check, question, reason, submissions, [.. arguments]));

    /// <summary>Whether the settings count a text as blank.</summary>
    public bool IsNaLiteral(ReadOnlySpan<byte> text)
    {
        foreach (var literal in _naLiterals)
            if (text.SequenceEqual(literal)) return true;
        return false;
    }

    /// <summary>
    /// Whether an answer counts as blank: nothing, blanks alone (cut when a record is loaded, xlsform §9), or a text that the settings
    /// name.
    /// </summary>
    public bool IsBlank(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)].IsEmpty || IsNaLiteral(text);

    /// <summary>The arguments that name a question, group or repeat: its name, and its label on one line (its name where it has none).</summary>
    public FindingArgument[] Naming(FormNode node)
    {
        const int Longest = 100;
        var label = string.Join(' ', (node.Label.InOrFirst(LabelLanguage) ?? node.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return [new("question", node.Name), new("label", label.Length > Longest ? $"{label[..Longest]}…" : label)];
    }

    /// <summary>A finding about a cell, or about a row where <paramref name="column"/> is <see langword="null"/>.</summary>
    public Finding At(Check check, Table table, int row, TableColumn? column, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = check.Id,
        Severity = check.Severity,
        Evidence = check.Evidence,
        Location = table.LocationOf(row, column),
        SubmissionId = table.SubmissionIdOf(row),
        Table = table.Path,
        RowPath = table.RowPathOf(row),
        Question = column?.Question?.Name,
        Path = column?.Question is { } question ? table.PathOf(row, question, Submissions.FormOf(table, row)) : null,
        Value = column?.Value.TextAt(row),
        Arguments = [.. arguments],
    };

    /// <summary>A finding about an answer to what was asked, with its question's name and label before the other arguments.</summary>
    public Finding At(Check check, AskedColumn column, int row, params ReadOnlySpan<FindingArgument> arguments) =>
        At(check, column.Table, row, column.Column, [.. Naming(column.Question), .. arguments]);

    /// <summary>A finding about all answers of a column: no row, no submission.</summary>
    public static Finding AtColumn(Check check, Table table, TableColumn column, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = check.Id,
        Severity = check.Severity,
        Evidence = check.Evidence,
        Location = table.LocationOf(0, column) with { Row = null, Line = null },
        Table = table.Path,
        Question = column.Question?.Name,
        Arguments = [.. arguments],
    };
}
