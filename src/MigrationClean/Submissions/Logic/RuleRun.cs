using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Submissions.Logic;

/// <summary>One rule in one worker: evaluated once per combination of the answers that decide it, or row by row.</summary>
internal sealed class RuleRun
{
    /// <summary>The outcome of a rule that cannot be told.</summary>
    public const int Unknown = -1;

    private readonly LogicRun _run;
    private readonly int _element;
    private readonly int _table;
    private readonly int[] _tables;
    private readonly Func<Value, int> _outcome;
    private readonly RuleMemo? _memo;

    /// <summary>A rule; <paramref name="outcome"/> turns its value into a number ≥ 0, or <see cref="Unknown"/>.</summary>
    public RuleRun(LogicRun run, BoundExpression rule, Func<Value, int> outcome)
    {
        (_run, Rule, _outcome) = (run, rule, outcome);
        _element = run.Shape.ElementOf(rule.Node);
        _table = rule.Column == LogicColumn.RepeatCount ? run.Shape.ParentTables[run.Shape.TableOf[_element]] : run.Shape.TableOf[_element];
        int[] elements = [.. rule.Reads.OfType<Question>().Select(run.Shape.ElementOf)];
        _tables = [.. elements.Select(e => run.Shape.TableOf[e])];
        if (run.KeepsOutcomes && !rule.LooksIntoRepeats && !rule.UsesNow && elements.Length <= 8)
            _memo = new(elements, [.. elements.Select(e => run.IsCalculated(e) ? null : (int?)run.StoreOf(e).Count)], rule.UsesToday);
    }

    /// <summary>The rule.</summary>
    public BoundExpression Rule { get; }

    /// <summary>The first failure met, for saying why something was not judged.</summary>
    public Value? Failure { get; private set; }

    /// <summary>Its outcome for a row of its table.</summary>
    public int At(SubmissionBlock block, int row)
    {
        if (_memo is not { IsUsed: true } memo) return Evaluate(block, row);
        Span<int> codes = stackalloc int[8];
        codes = codes[..memo.Elements.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = block.CodeAt(memo.Elements[i], block.RowIn(_tables[i], _table, row));
        ref var kept = ref memo.Find(codes, Rule.UsesToday ? _run.DayOf(block, _table, row) : 0, out var fits);
        if (!fits) return Evaluate(block, row);
        if (kept == 0)
        {
            // The evaluation may grow the memory of other rules, never this one's: the place stays valid.
            var outcome = Evaluate(block, row);
            kept = outcome + 2;
        }

        return kept - 2;
    }

    /// <summary>Evaluates for a row, whatever was met before.</summary>
    public int Evaluate(SubmissionBlock block, int row)
    {
        var value = ValueAt(block, row);
        var outcome = _outcome(value);
        if (outcome == Unknown && Failure is null) Failure = value;
        return outcome;
    }

    /// <summary>Keeps a failure that was met elsewhere.</summary>
    public void Note(in Value failure) => Failure ??= failure;

    /// <summary>The value for a row.</summary>
    public Value ValueAt(SubmissionBlock block, int row)
    {
        if (Rule.UsesClock) _run.SetClock(block, _table, row);
        var context = _run.Context;
        context.StandAt(Rule.Column == LogicColumn.RepeatCount ? block.Template(_element, row) : new Node(block, _element, row));
        return Rule.Operation!.Evaluate(context);
    }
}
