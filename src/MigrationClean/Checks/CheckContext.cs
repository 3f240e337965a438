using System.Collections.Immutable;
using System.Text;
using MigrationClean.Checks.BackCheck;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Outliers;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Structure;
using MigrationClean.Checks.Times;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>What a check of a whole set is given, and where it says what it could not judge.</summary>
internal sealed class CheckContext(SubmissionSet submissions, Consent consent, CheckSettings settings, CancellationToken cancellation = default)
{
    private readonly List<NotJudged> _notJudged = [];
    private readonly Dictionary<(string Check, string Parameter), ImmutableArray<RowExpression>> _bound = [];
    private readonly RowQueue _rows = new(submissions);
    private IReadOnlyList<LogicResult>? _logic;
    private bool[]? _otherVersions;
    private Fieldwork? _fieldwork;
    private InterviewTimes? _times;
    private Interviews? _timed;
    private AuditOfRows? _audit;
    private AskedAnswers? _asked;
    private NumericAnswers? _numbers;
    private IReadOnlyList<PointColumn>? _points;
    private int[]? _interviews;
    private SampleFrame? _sample;
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
    public IReadOnlyList<LogicResult> Logic => _logic ??= LogicResults.Of(this, _rows.Take());

    /// <summary>Has an expression evaluated in the next pass over the submissions: with the form's logic, if that has not been run.</summary>
    public void Ask(RowExpression expression) => _rows.Add(expression);

    /// <summary>What an expression gives at each row of its table. All that were asked before are evaluated together.</summary>
    public RowAnswers AnswersTo(RowExpression expression)
    {
        var answers = _rows.Add(expression);
        if (_rows.IsWaiting && NeedsLogic) _ = Logic;
        if (_rows.IsWaiting) LogicResults.Of(this, _rows.Take(), judges: false);
        return answers;
    }

    /// <summary>Rows of a table where a condition is true: by the row itself, or by the row around it that the condition is about.</summary>
    public bool[] MaskOf(RowExpression condition, Table table)
    {
        var answers = AnswersTo(condition);
        var mask = new bool[table.RowCount];
        var about = Submissions.Find(condition.Table);
        for (var row = 0; row < mask.Length; row++)
        {
            var (place, at) = (table, row);
            while (at >= 0 && place != about && place.Parent is not null) (place, at) = (place.Parent, place.ParentRows[at]);
            mask[row] = at >= 0 && place == about && answers.IsTrue(at);
        }

        return mask;
    }

    /// <summary>
    /// The rows of a table that a check may judge by the key <c>where</c> of its settings; <see langword="null"/> = all. Checks that compare
    /// rows with one another ask for it; of the others, findings in rows that are not wanted are left out.
    /// </summary>
    public bool[]? Where(Check check, Table table) => Conditions.Find(check.Id) is { } condition ? MaskOf(condition, table) : null;

    /// <summary>The conditions of the settings.</summary>
    public WhereConditions Conditions { get; init; } = WhereConditions.None;

    /// <summary>The user's rules that are to be judged.</summary>
    public ImmutableArray<UserRule> Rules { get; init; } = [];

    /// <summary>Whether the form's own rules will be judged in this run, so that expressions are better evaluated beside them.</summary>
    public bool NeedsLogic { get; init; }

    /// <summary>Answers to what was asked, in consented interviews. Made when first asked for.</summary>
    public AskedAnswers Asked => _asked ??= new(this);

    /// <summary>Whole and decimal numbers that respondents gave. Made when first asked for.</summary>
    public NumericAnswers Numbers => _numbers ??= new(this);

    /// <summary>The points of all questions that hold one. Read when first asked for.</summary>
    public IReadOnlyList<PointColumn> Points => _points ??= [.. PointColumn.AllOf(this)];

    /// <summary>Rows of the main table, each submission once: of copies (ID-02) the one that stays. Found when first asked for.</summary>
    public int[] Interviews => _interviews ??= OnceEach();

    /// <summary>The planned sample with the interviews that count for it; <see langword="null"/> if none was given. Made when first asked for.</summary>
    public SampleFrame? Sample => _sample ??= Settings.Sample is { } sample ? new(this, sample) : null;

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

    /// <summary>Who collected a submission, where and when: columns of the settings, or found by their words.</summary>
    public Fieldwork Fieldwork => _fieldwork ??= Fieldwork.Of(Submissions, Settings.Columns);

    /// <summary>When each submission began, ended and was sent.</summary>
    public InterviewTimes Times => _times ??= InterviewTimes.Of(this);

    /// <summary>The interviews that are judged by their times.</summary>
    public Interviews Timed => _timed ??= MigrationClean.Checks.Times.Interviews.Of(this);

    /// <summary>What the audit log of a submission says, or <see langword="null"/> where there is none.</summary>
    public AuditFigures? AuditOf(int row) => Settings.Audit is null ? null : (_audit ??= new(this)).Of(row);

    /// <summary>Active minutes of a submission, or <see langword="null"/> without an audit log.</summary>
    public double? ActiveMinutesOf(int row) => AuditOf(row)?.ActiveMinutes;

    /// <summary>Length of an interview in minutes: active time, else from start to end; <see langword="null"/> = unknown.</summary>
    public double? DurationOf(int row) => ActiveMinutesOf(row) ?? Times.MinutesOf(row);

    /// <summary>The expressions of a parameter, bound to the rows where their questions are; the same objects whenever they are asked for.</summary>
    /// <exception cref="InputException"><c>settings/expression</c>: all that do not fit the forms.</exception>
    public ImmutableArray<RowExpression> Bound(Check check, string parameter)
    {
        if (_bound.TryGetValue((check.Id.Code, parameter), out var known)) return known;
        var (bound, mistakes) = (ImmutableArray.CreateBuilder<RowExpression>(), new List<InputException>());
        foreach (var text in Of(check).Texts(parameter))
        {
            if (RowExpression.AtRows(Submissions.Forms, text, null, isNumber: false, out var faults) is { } expression) bound.Add(expression);
            mistakes.AddRange(faults.Select(f => WhereConditions.Mistake($"{check.Id.Code}: {parameter}", f, Settings.Reader)));
        }

        if (mistakes is [var first, ..]) throw new InputException(first.Key, null, first.Arguments) { Others = [.. mistakes.Skip(1)] };
        return _bound[(check.Id.Code, parameter)] = bound.ToImmutable();
    }

    /// <summary>Whether the submission of a row was certainly collected with a form version that was not given.</summary>
    public bool IsOfAnotherVersion(Table table, int row)
    {
        _otherVersions ??= FormVersionDiffers.RowsOfOtherVersions(Submissions);
        return _otherVersions.Length > 0 && table.RootRow(row) is >= 0 and var root && _otherVersions[root];
    }

    private int[] OnceEach()
    {
        var copies = Structure.Duplicates.Find(Submissions).SelectMany(g => g.Copies).Select(c => c.Row).ToHashSet();
        return [.. Enumerable.Range(0, Submissions.Main.RowCount).Where(r => !copies.Contains(r))];
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
