using System.Collections.Immutable;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>What an evaluation is given, and where it stands. One a thread; reused for many evaluations.</summary>
internal sealed class EvaluationContext
{
    private readonly Stack<List<Node>> _lists = new();
    private readonly Dictionary<int, double> _midnights = [];
    private long _visited;
    private long _patternTicks;
    private Value[] _arguments = new Value[32];
    private int _argumentCount;

    /// <summary>Whose rules hold.</summary>
    public Dialect Dialect { get; set; }

    /// <summary>Shorthand for the common question.</summary>
    public bool IsJavaRosa => Dialect == Dialect.JavaRosa;

    /// <summary>The zone of the device.</summary>
    public TimeZoneInfo Zone
    {
        get;
        set
        {
            if (!ReferenceEquals(field, value)) _midnights.Clear();
            field = value;
        }
    } = TimeZoneInfo.Utc;

    /// <summary>The time of <c>now()</c> and <c>today()</c>, milliseconds since 1970-01-01T00:00Z; <see langword="null"/> = not known.</summary>
    public double? Now { get; set; }

    /// <summary>Draws for <c>random()</c>, <c>uuid()</c> and <c>randomize()</c> without a seed; <see langword="null"/> = these are not evaluable.</summary>
    public Func<double>? Random { get; init; }

    /// <summary>The lists, files and texts of the form.</summary>
    public FormSurroundings Surroundings { get; set; } = FormSurroundings.None;

    /// <summary>Which language texts of the form are taken in, as a position among its languages.</summary>
    public int Language { get; set; }

    /// <summary>The node that the expression belongs to: <c>current()</c>.</summary>
    public Node Current { get; set; }

    /// <summary>The context node: <c>.</c>; inside a predicate the candidate.</summary>
    public Node Item { get; set; }

    /// <summary>1-based rank of the context node among the candidates.</summary>
    public int Position { get; set; } = 1;

    /// <summary>Number of candidates.</summary>
    public int Size { get; set; } = 1;

    /// <summary>Places an expression at a node.</summary>
    public void StandAt(in Node node)
    {
        Current = Item = node;
        Position = Size = 1;
        _visited = _patternTicks = 0;
    }

    /// <summary>The truth of an expression at another node, without losing one's own place. Too deep a chain of such questions has no value.</summary>
    public Value EvaluateAt(in Node node, Operation expression)
    {
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()) _visited = ExpressionLimits.VisitedNodes;
        if (!Visit(1)) return Value.Fail(new ExpressionError("EXPR-05/nodes", expression.Position));
        var (current, item, position, size) = (Current, Item, Position, Size);
        (Current, Item, Position, Size) = (node, node, 1, 1);
        var value = expression.EvaluateBoolean(this);
        (Current, Item, Position, Size) = (current, item, position, size);
        return value;
    }

    /// <summary>A list to work with, empty; give it back.</summary>
    public List<Node> Rent() => _lists.Count > 0 ? _lists.Pop() : [];

    /// <summary>Takes a list back.</summary>
    public void Return(List<Node> list)
    {
        list.Clear();
        _lists.Push(list);
    }

    /// <summary>A local midnight that is known: asking a zone costs more than the rest of an evaluation.</summary>
    public bool TryGetMidnight(int day, out double milliseconds) => _midnights.TryGetValue(day, out milliseconds);

    /// <summary>Keeps a local midnight of the zone, by its day since 1970-01-01.</summary>
    public double KeepMidnight(int day, double milliseconds)
    {
        if (_midnights.Count >= 4096) _midnights.Clear();
        return _midnights[day] = milliseconds;
    }

    /// <summary>Counts nodes looked at. <see langword="false"/> when an evaluation visits too many.</summary>
    public bool Visit(long nodes) => (_visited += nodes) <= ExpressionLimits.VisitedNodes;

    /// <summary>Counts the reading of a text that a function is given: long ones cost as much as many nodes.</summary>
    public bool Read(string text) => text.Length < 1024 || Visit(text.Length / 16);

    /// <summary>Counts the time of a match. <see langword="false"/> when the evaluation has spent too much on patterns.</summary>
    public bool Match(long ticks) =>
        (_patternTicks += ticks) < System.Diagnostics.Stopwatch.Frequency * ExpressionLimits.PatternTimeoutMilliseconds / 1000;

    /// <summary>Room for the arguments of a call; give it back. What is called meanwhile has other room.</summary>
    public Span<Value> RentArguments(int count)
    {
        // A bigger room is a new one: spans into the old one stay good.
        if (_argumentCount + count > _arguments.Length) _arguments = new Value[(_argumentCount + count) * 2];
        var room = _arguments.AsSpan(_argumentCount, count);
        _argumentCount += count;
        return room;
    }

    /// <summary>Takes the room of the last call back.</summary>
    public void ReturnArguments(int count) => _argumentCount -= count;
}

/// <summary>What expressions may ask of a form besides its nodes.</summary>
internal abstract class FormSurroundings
{
    /// <summary>No form at all: an expression by itself.</summary>
    public static FormSurroundings None { get; } = new Nothing();

    /// <summary>The instance of that id: a choice list, an attached file, <c>__last-saved</c>.</summary>
    /// <returns>The instance; <see langword="null"/> if the form knows no such id.</returns>
    /// <param name="id">The id.</param>
    /// <param name="reason">Why a known one cannot be read (its file is not there).</param>
    public abstract Instance? Find(string id, out NotEvaluable? reason);

    /// <summary>The labels of a choice of the question that a path names, one a language of the form.</summary>
    /// <returns><see langword="null"/> if the path names no select; empty if the choice is unknown or has no label.</returns>
    /// <param name="question">The node of the select.</param>
    /// <param name="choice">Name of the choice.</param>
    public abstract ImmutableArray<string>? ChoiceLabels(in Node question, string choice);

    /// <summary>The text of an id, one a language of the form; empty if there is none.</summary>
    public abstract ImmutableArray<string> Texts(string id);

    /// <summary>Of texts in the form's languages the one that an evaluation takes; <see langword="null"/> if there is none.</summary>
    public static string? Pick(ImmutableArray<string> texts, EvaluationContext context) => texts.IsEmpty ? null : texts[Math.Min(context.Language, texts.Length - 1)];

    /// <summary>The form's version, "" where it has none; <see langword="null"/> where an export does not tell.</summary>
    public abstract string? Version { get; }

    /// <summary>Whether a submission of an export is judged: device properties are then not evaluable, else unknown.</summary>
    public virtual bool IsExport => false;

    private sealed class Nothing : FormSurroundings
    {
        public override string? Version => "";

        public override Instance? Find(string id, out NotEvaluable? reason)
        {
            reason = null;
            return null;
        }

        public override ImmutableArray<string>? ChoiceLabels(in Node question, string choice) => null;

        public override ImmutableArray<string> Texts(string id) => [];
    }
}
