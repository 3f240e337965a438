using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Rules;

/// <summary>One worker's evaluation of one row expression: once per combination of the answers that decide it, then fanned out to rows.</summary>
internal sealed class RowRun
{
    private const int UnknownBlank = 2;
    private const int FirstNumber = 3;

    private readonly LogicRun _run;
    private readonly RuleRun _rule;
    private readonly RowAnswers _answers;
    private readonly int _table;
    private readonly List<double> _numbers = [];
    private readonly Dictionary<double, int> _codes = [];

    /// <summary>A run of a bound expression into its answers.</summary>
    public RowRun(LogicRun run, BoundExpression bound, RowAnswers answers)
    {
        (_run, _answers) = (run, answers);
        _table = run.Shape.TableOf[run.Shape.ElementOf(bound.Node)];
        _rule = new(run, bound, answers.Expression.IsNumber ? NumberOf : TruthOf);
    }

    /// <summary>Evaluates at every row of a block.</summary>
    public void Fill(SubmissionBlock block)
    {
        var rows = block.Rows[_table];
        for (var row = 0; row < rows.Length; row++)
        {
            var outcome = _rule.At(block, row);

            // Today and now are only known to lie between opening and end: a rule that says one thing then and another now can't be told.
            if (_rule.Rule.UsesClock && _run.AtStart(_rule, block, row) != outcome) outcome = RuleRun.Unknown;
            _answers.Set(rows[row], Truth(outcome), outcome >= FirstNumber ? _numbers[outcome - FirstNumber] : double.NaN);
        }
    }

    private static RowTruth Truth(int outcome) => outcome switch
    {
        RuleRun.Unknown => RowTruth.NotJudged,
        0 => RowTruth.False,
        UnknownBlank => RowTruth.Unknown,
        _ => RowTruth.True,
    };

    private int TruthOf(Value value)
    {
        var truth = Conversion.ToBoolean(value, _run.Context, 0);
        return truth.IsFailure ? Failed(truth) : truth.Boolean ? 1 : 0;
    }

    private int NumberOf(Value value)
    {
        var number = Conversion.ToNumber(value, _run.Context, 0);
        if (number.IsFailure) return Failed(number);
        if (double.IsNaN(number.Number)) return UnknownBlank;
        if (_codes.TryGetValue(number.Number, out var code)) return code;
        _numbers.Add(number.Number);
        return _codes[number.Number] = _numbers.Count - 1 + FirstNumber;
    }

    private int Failed(in Value value)
    {
        if (value.Kind == ValueKind.NotEvaluable && value.Reason.Reason == Knowing.Reason) return UnknownBlank;
        if (value.Kind == ValueKind.NotEvaluable) _answers.Note(value.Reason);
        else _answers.Note(value.Error);
        return RuleRun.Unknown;
    }
}
