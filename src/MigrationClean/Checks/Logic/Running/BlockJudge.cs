using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Judges blocks: required, constraints, calculations, choices and counts on the state that relevance and calculations give.</summary>
/// <remarks>One a worker. Source: xlsform §9.</remarks>
internal sealed class BlockJudge(LogicRun run, ConsentGate consent)
{
    private readonly Dictionary<Unjudged, int> _unjudged = [];
    private readonly Dictionary<BoundExpression, ExpressionError> _failures = [];
    private readonly Dictionary<int, OfferedChoices> _filters = [];
    private readonly ClosingAnswers _closing = new(run);
    private CascadeBlame? _cascades;
    private List<Violation> _found = [];

    /// <summary>Rows that could not be judged so far.</summary>
    public IReadOnlyDictionary<Unjudged, int> Unjudged => _unjudged;

    /// <summary>The first error of each rule that failed.</summary>
    public IReadOnlyDictionary<BoundExpression, ExpressionError> Failures => _failures;

    /// <summary>What is wrong in a block, in form order, then by row.</summary>
    public List<Violation> Judge(SubmissionBlock block)
    {
        _found = [];
        var stale = new StaleCalculations(run, block);
        for (var element = FormShape.Root + 1; element < run.Shape.Nodes.Length; element++)
        {
            if (run.Shape.Nodes[element] is Question question) Judge(block, question, element, stale);
            else if (run.Shape.Nodes[element] is Group { IsRepeat: true } repeat) Count(block, repeat, element);
        }

        (_cascades ??= new(run, _filters)).Tell(block, _found);
        return _found;
    }

    private void Judge(SubmissionBlock block, Question question, int element, StaleCalculations stale)
    {
        if (question.Type == QuestionType.Note || question.Type.IsExternal()) return;
        var rows = block.Rows[run.Shape.TableOf[element]];
        var stored = block.StoredCodes(element);
        var isVisible = IsVisible(question);
        if (stored is null)
        {
            NotExported(question, element, isVisible, rows.Length);
            return;
        }

        var relevance = block.Relevance[element];
        var required = isVisible ? RuleFor(question, element, LogicColumn.Required) : default;
        var constraint = isVisible ? RuleFor(question, element, LogicColumn.Constraint) : default;
        for (var row = 0; row < rows.Length; row++)
        {
            var asked = relevance?[row] ?? 1;
            if (asked == 0)
            {
                if (stored[row] != 0) _found.Add(_closing.Tell(new(ViolationKind.NotRelevant, element, rows[row]), block, row));
                continue;
            }

            if (asked == 2 && stored[row] != 0) Unknown(ViolationKind.NotRelevant, element, RelevanceRule(question));
            if (asked == 2 && stored[row] == 0 && required.IsThere) Unknown(ViolationKind.Required, element, RelevanceRule(question));
            if (stored[row] == 0) Require(block, required, element, row, asked);
            else Constrain(block, constraint, element, row, asked);
        }

        if (run.IsCalculated(element)) Recomputed(block, question, element, stale);
        else if (question.Calculation is not null) NotRecomputed(question, element, rows.Length);
        if (question.ChoiceFilter is not null || question.Type == QuestionType.SelectOneFromRepeat) Filter(block, question, element, stored, relevance);
    }

    private void Recomputed(SubmissionBlock block, Question question, int element, StaleCalculations stale)
    {
        stale.Find(element, _found);
        if (run.CalculationOf(question) is not { Failure: not null } rule) return;
        for (var row = 0; row < block.Rows[run.Shape.TableOf[element]].Length; row++)
            if (block.RelevanceAt(element, row) == 1 && rule.At(block, row) == RuleRun.Unknown) Unknown(ViolationKind.Calculation, element, rule);
    }

    private void Require(SubmissionBlock block, (bool IsThere, RuleRun? Rule) required, int element, int row, int asked)
    {
        if (!required.IsThere || asked == 2 || !consent.Asks(run.Shape.Nodes[element], RootRow(block, element, row))) return;
        Verdict(block, required.Rule, ViolationKind.Required, element, row, violatedBy: 1);
    }

    private void Constrain(SubmissionBlock block, (bool IsThere, RuleRun? Rule) constraint, int element, int row, int asked)
    {
        if (!constraint.IsThere || asked == 2) return;
        Verdict(block, constraint.Rule, ViolationKind.Constraint, element, row, violatedBy: 0);
    }

    private void Verdict(SubmissionBlock block, RuleRun? rule, ViolationKind kind, int element, int row, int violatedBy)
    {
        var outcome = rule?.At(block, row) ?? RuleRun.Unknown;
        if (outcome == RuleRun.Unknown)
        {
            Unknown(kind, element, rule);
            return;
        }

        // Today and now are only known to lie between opening and end: blame needs both.
        if (outcome == violatedBy && (!rule!.Rule.UsesClock || run.AtStart(rule, block, row) == violatedBy))
            _found.Add(new(kind, element, block.Rows[run.Shape.TableOf[element]][row]));
    }

    private void Filter(SubmissionBlock block, Question question, int element, int[] stored, byte[]? relevance)
    {
        if (!_filters.TryGetValue(element, out var filter)) _filters.Add(element, filter = OfferedChoices.Of(run, question));
        if (filter.IsMissing)
        {
            var answered = stored.Count(c => c != 0);
            if (answered > 0) Add(new(ViolationKind.Choice, element, filter.WhyMissing), answered);
            return;
        }

        var rows = block.Rows[run.Shape.TableOf[element]];
        for (var row = 0; row < rows.Length; row++)
        {
            if (stored[row] == 0 || relevance?[row] == 0) continue;
            var outcome = relevance?[row] == 2 ? null : filter.HiddenAt(block, row);
            if (outcome is null && filter.Rule?.Failure is null) Add(new(ViolationKind.Choice, element, new("depends", question.Name)), 1);
            else if (outcome is null) Unknown(ViolationKind.Choice, element, filter.Rule);
            else foreach (var choice in outcome) _found.Add(new(ViolationKind.Choice, element, rows[row], Value: choice));
        }
    }

    private void Count(SubmissionBlock block, Group repeat, int element)
    {
        if (repeat.RepeatCount is null) return;
        var (table, above) = (run.Shape.TableOf[element], run.Shape.Parents[element]);
        var outer = run.Shape.ParentTables[table];
        var rule = run.RuleOf(repeat, LogicColumn.RepeatCount, CountOf);
        var relevant = run.TruthOf(repeat, LogicColumn.Relevant);
        for (var row = 0; row < block.Rows[outer].Length; row++)
        {
            var asked = block.RelevanceAt(above, row);
            if (asked == 1 && repeat.Relevant is not null) asked = RelevanceOfTemplate(block, relevant, element, row);
            if (asked == 0) continue;
            var expected = asked == 2 || rule is null || !run.HasTable(table) ? RuleRun.Unknown : rule.At(block, row);
            var actual = block.IterationsOf(table, row).Count;
            if (expected == RuleRun.Unknown) Unknown(ViolationKind.RepeatCount, element, rule);
            else if (expected != actual) _found.Add(new(ViolationKind.RepeatCount, element, block.Rows[outer][row], $"{expected}", $"{actual}"));
        }
    }

    private byte RelevanceOfTemplate(SubmissionBlock block, RuleRun? rule, int element, int parentRow)
    {
        if (rule is null) return 2;
        run.Context.StandAt(block.Template(element, parentRow));
        var truth = Conversion.ToBoolean(rule.Rule.Operation!.Evaluate(run.Context), run.Context, 0);
        return truth.IsFailure ? (byte)2 : truth.Boolean ? (byte)1 : (byte)0;
    }

    private int CountOf(Value value)
    {
        var number = Conversion.ToNumber(value, run.Context, 0);
        if (number.IsFailure) return RuleRun.Unknown;
        return double.IsNaN(number.Number) ? 0 : (int)Math.Clamp(Math.Truncate(number.Number), 0, int.MaxValue - 2);
    }

    private (bool IsThere, RuleRun? Rule) RuleFor(Question question, int element, LogicColumn column)
    {
        var isThere = run.Shape.Logic.Find(question, column) is not null;
        return (isThere, isThere ? run.TruthOf(question, column) : null);
    }

    private RuleRun? RelevanceRule(FormNode node) =>
        node.Ancestors.Cast<FormNode>().Append(node).Select(n => run.TruthOf(n, LogicColumn.Relevant)).FirstOrDefault(r => r?.Failure is not null);

    private void NotExported(Question question, int element, bool isVisible, int rows)
    {
        if (rows == 0) return;
        if (isVisible && question.Required is not null && question.Required.Text.Trim() != "false()") Add(new(ViolationKind.Required, element, Missing(question)), rows);
        if (isVisible && question.Constraint is not null) Add(new(ViolationKind.Constraint, element, Missing(question)), rows);
        if (question.Calculation is not null) Add(new(ViolationKind.Calculation, element, Missing(question)), rows);
    }

    private static NotEvaluable Missing(Question question) => new("not-exported", question.Name);

    private void NotRecomputed(Question question, int element, int rows)
    {
        if (rows == 0) return;
        var rule = run.Shape.Logic.Find(question, LogicColumn.Calculation)!;
        var why = question.Trigger is not null ? "trigger" : rule.UsesClock ? "clock" : null;
        Add(new(ViolationKind.Calculation, element, why is null ? null : new(why, question.Name)), rows);
    }

    private void Unknown(ViolationKind kind, int element, RuleRun? rule)
    {
        if (rule?.Failure is { Kind: ValueKind.Error } failure) _failures.TryAdd(rule.Rule, failure.Error);
        Add(new(kind, element, rule?.Failure is { Kind: ValueKind.NotEvaluable } unknown ? unknown.Reason : null), 1);
    }

    private void Add(Unjudged rule, int rows) => _unjudged[rule] = _unjudged.GetValueOrDefault(rule) + rows;

    private int RootRow(SubmissionBlock block, int element, int row) => block.Rows[0][block.RowIn(0, run.Shape.TableOf[element], row)];

    private static bool IsVisible(Question question) =>
        question.HoldsAnswer && question.Type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Unknown
            or QuestionType.BackgroundGeopoint or QuestionType.BackgroundAudio);
}
