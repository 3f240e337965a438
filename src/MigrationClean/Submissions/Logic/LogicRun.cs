using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Submissions.Logic;

/// <summary>One worker's evaluation of a form's logic under one dialect and zone: relevance and calculated values of blocks, in the form's order.</summary>
internal sealed class LogicRun
{
    private readonly LogicData _data;
    private readonly AnswerStore?[] _stores;
    private readonly Dictionary<BoundExpression, RuleRun> _rules = [];
    private readonly HashSet<FormNode> _inRing;
    private bool _useStart;

    /// <summary>A worker.</summary>
    public LogicRun(LogicData data, Dialect dialect, TimeZoneInfo zone)
    {
        _data = data;
        _stores = new AnswerStore?[data.Shape.Nodes.Length];
        _inRing = [.. data.Shape.Logic.Cycles.SelectMany(c => c)];
        HasAllTables = Enumerable.Range(0, data.Shape.Repeats.Length).All(HasTable);
        Context = new() { Dialect = dialect, Zone = zone, Surroundings = data.Surroundings };
    }

    /// <summary>Whether outcomes are kept by combination of answers; row by row is the reference that tests compare with.</summary>
    public bool KeepsOutcomes { get; init; } = true;

    /// <summary>Cells whose stored value stands whatever their calculation gives: element and row of its table; <see langword="null"/> = none.</summary>
    public Func<int, int, bool>? IsKept { get; init; }

    /// <summary>The form as numbers.</summary>
    public FormShape Shape => _data.Shape;

    /// <summary>What all workers share.</summary>
    public LogicData Data => _data;

    /// <summary>The context of every evaluation.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Whether the export holds every repeat.</summary>
    public bool HasAllTables { get; }

    /// <summary>Whether the export holds a repeat.</summary>
    public bool HasTable(int table) => _data.TableOf(table) is not null;

    /// <summary>Iterations by parent row.</summary>
    public RowLinks? LinksOf(int table) => _data.LinksOf(table);

    /// <summary>The values of a question.</summary>
    public AnswerStore StoreOf(int element)
    {
        if (_stores[element] is { } store) return store;
        var column = _data.Columns[element]?.Value;
        return _stores[element] = new(column, Shape.Types[element], code => _data.IsBlank(column!.Utf8(code)));
    }

    /// <summary>Whether a question's value is calculated again.</summary>
    public bool IsCalculated(int element) =>
        Shape.Nodes[element] is Question { Trigger: null } question
        && Shape.Logic.Find(question, LogicColumn.Calculation) is { Operation: not null } rule && (!rule.UsesClock || _data.Clock.Fixed is not null)
        && !_inRing.Contains(question);

    /// <summary>A rule that can be evaluated, as a truth: 0 or 1; <see langword="null"/> if there is none.</summary>
    public RuleRun? TruthOf(FormNode node, LogicColumn column) => RuleOf(node, column, Truth);

    /// <summary>A calculation that can be evaluated: its outcome is a code of the question's values; <see langword="null"/> if there is none.</summary>
    public RuleRun? CalculationOf(Question question)
    {
        var store = StoreOf(Shape.ElementOf(question));
        return RuleOf(question, LogicColumn.Calculation, value => StoredText.Of(value, question, Context) is { } text ? store.Add(text) : RuleRun.Unknown);
    }

    /// <summary>A rule that can be evaluated, with its own outcome.</summary>
    public RuleRun? RuleOf(FormNode node, LogicColumn column, Func<Value, int> outcome)
    {
        if (Shape.Logic.Find(node, column) is not { Operation: not null } rule) return null;
        if (!_rules.TryGetValue(rule, out var run)) _rules.Add(rule, run = new(this, rule, outcome));
        return run;
    }

    /// <summary>Relevance and calculated values of some submissions with all their iterations.</summary>
    /// <param name="mainRows">Rows of the main table.</param>
    public SubmissionBlock Evaluate(int[] mainRows)
    {
        var block = new SubmissionBlock(this, mainRows);
        foreach (var node in Shape.Logic.Order)
        {
            var element = Shape.ElementOf(node);
            block.Relevance[element] = RelevanceOf(block, node, element);
            if (IsCalculated(element)) block.SetCodes(element, Calculate(block, (Question)node, element));
        }

        return block;
    }

    /// <summary>The outcome of a rule at the time when the submission was opened, for rules that depend on the clock.</summary>
    public int AtStart(RuleRun rule, SubmissionBlock block, int row)
    {
        _useStart = true;
        var outcome = rule.Evaluate(block, row);
        _useStart = false;
        return outcome;
    }

    /// <summary>Sets the clock to a submission's.</summary>
    public void SetClock(SubmissionBlock block, int table, int row)
    {
        var (end, start) = _data.Clock.TimesOf(block.Rows[0][block.RowIn(0, table, row)], Context);
        Context.Now = _useStart ? start : end;
    }

    /// <summary>The day of a submission, as a number that fits a rule's memory; −1 where it is not known.</summary>
    public int DayOf(SubmissionBlock block, int table, int row)
    {
        SetClock(block, table, row);
        return Context.Now is { } now ? (int)Dates.ToDays(Dates.StartOfDay(now, Context), Context) : -1;
    }

    private byte[]? RelevanceOf(SubmissionBlock block, FormNode node, int element)
    {
        var (table, above) = (Shape.TableOf[element], Shape.Parents[element]);
        var (parent, isOwnTable) = (block.Relevance[above], Shape.TableOf[above] == table);
        var isRuled = Shape.Logic.Find(node, LogicColumn.Relevant) is not null;
        if (!isRuled && (parent is null || isOwnTable)) return parent;

        var rule = _inRing.Contains(node) ? null : TruthOf(node, LogicColumn.Relevant);
        var relevance = new byte[block.Rows[table].Length];
        for (var row = 0; row < relevance.Length; row++)
        {
            var outer = parent is null ? (byte)1 : parent[isOwnTable ? row : block.Parents[table][row]];
            relevance[row] = outer == 0 || !isRuled ? outer : Both(outer, OwnRelevance(block, rule, row));
        }

        return relevance;
    }

    private int OwnRelevance(SubmissionBlock block, RuleRun? rule, int row)
    {
        if (rule is null) return RuleRun.Unknown;
        var outcome = rule.At(block, row);

        // A rule on today's date that says one thing at the opening and another at the end can't be told.
        return rule.Rule.UsesClock && AtStart(rule, block, row) != outcome ? RuleRun.Unknown : outcome;
    }

    private static byte Both(byte outer, int own) => own == RuleRun.Unknown ? (byte)2 : own == 0 ? (byte)0 : outer;

    private int[] Calculate(SubmissionBlock block, Question question, int element)
    {
        var rule = CalculationOf(question)!;
        var (stored, relevance) = (block.StoredCodes(element), block.Relevance[element]);
        var codes = new int[block.Rows[Shape.TableOf[element]].Length];

        // once() reads the question's own stored answer.
        block.SetCodes(element, stored ?? codes);
        var result = new int[codes.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (relevance?[row] == 0)
            {
                result[row] = SubmissionBlock.NotRelevant;
                continue;
            }

            if (IsKept is not null && stored is not null && IsKept(element, block.Rows[Shape.TableOf[element]][row]))
            {
                result[row] = stored[row];
                continue;
            }

            var code = rule.At(block, row);
            if (rule.Rule.UsesLabels && stored?[row] is > 0 and var label && code != label && IsInAnotherLanguage(rule, block, row, label)) code = label;
            result[row] = relevance?[row] == 2 ? SubmissionBlock.Unknown : code != RuleRun.Unknown ? code : stored?[row] ?? SubmissionBlock.Unknown;
        }

        return result;
    }

    /// <summary>Whether a calculation gives the stored text in some language of the form: that of the collection is not known (xlsform §11).</summary>
    private bool IsInAnotherLanguage(RuleRun rule, SubmissionBlock block, int row, int stored)
    {
        var (usual, store) = (Context.Language, StoreOf(Shape.ElementOf(rule.Rule.Node)));
        var isFound = false;
        for (Context.Language = 0; !isFound && Context.Language < Shape.Logic.Form.Languages.Length; Context.Language++)
            isFound = rule.Evaluate(block, row) is > 0 and var code && StoredText.Agrees(store.Text(stored), store.Text(code), Context);
        Context.Language = usual;
        return isFound;
    }

    private int Truth(Value value)
    {
        var truth = Conversion.ToBoolean(value, Context, 0);
        return truth.IsFailure ? RuleRun.Unknown : truth.Boolean ? 1 : 0;
    }
}
