using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Checks.Rules;

/// <summary>What a rule says about a row.</summary>
internal enum RowTruth : byte
{
    /// <summary>It was not evaluated: a row without its parent, or of a form version that lacks a question.</summary>
    NotReached,

    /// <summary>It could not be evaluated: a column that is not there, a file that is missing, an error in the rule.</summary>
    NotJudged,

    /// <summary>No.</summary>
    False,

    /// <summary>Yes.</summary>
    True,

    /// <summary>An answer that it needs is blank.</summary>
    Unknown,
}

/// <summary>What an expression gives at each row of its table. One byte a row, eight more where numbers are wanted.</summary>
/// <remarks>Rows are written by several workers, each its own; what is said about all of them under a lock.</remarks>
internal sealed class RowAnswers
{
    private readonly RowTruth[] _truths;
    private readonly double[] _numbers;
    private readonly Lock _gate = new();

    /// <summary>Answers for a table's rows, none of them judged yet.</summary>
    public RowAnswers(RowExpression expression, int rows)
    {
        Expression = expression;
        _truths = new RowTruth[rows];
        _numbers = expression.IsNumber ? new double[rows] : [];
    }

    /// <summary>The expression.</summary>
    public RowExpression Expression { get; }

    /// <summary>How many rows the table has.</summary>
    public int RowCount => _truths.Length;

    /// <summary>Why rows were not judged, the first in ordinal order; <see langword="null"/> where the rule itself failed, or none was met.</summary>
    public NotEvaluable? Reason { get; private set; }

    /// <summary>Why the rule has no value at some row; the first by its place. <see langword="null"/> if it always has.</summary>
    public ExpressionError? Error { get; private set; }

    /// <summary>What a row says.</summary>
    public RowTruth this[int row] => _truths[row];

    /// <summary>The number at a row; NaN where there is none.</summary>
    public double NumberAt(int row) => _truths[row] == RowTruth.True ? _numbers[row] : double.NaN;

    /// <summary>Whether it is true at a row.</summary>
    public bool IsTrue(int row) => _truths[row] == RowTruth.True;

    /// <summary>Sets a row.</summary>
    public void Set(int row, RowTruth truth, double number = double.NaN)
    {
        _truths[row] = truth;
        if (_numbers.Length > 0) _numbers[row] = number;
    }

    /// <summary>Keeps why a row was not judged.</summary>
    public void Note(NotEvaluable reason)
    {
        lock (_gate)
            if (Reason is null || Compare(reason, Reason) < 0) Reason = reason;
    }

    /// <summary>Keeps why a rule has no value at a row.</summary>
    public void Note(ExpressionError error)
    {
        lock (_gate)
            if (Error is null || (error.Position, error.Key).CompareTo((Error.Position, Error.Key)) < 0) Error = error;
    }

    /// <summary>Says to the run which rows were not judged, and why.</summary>
    /// <param name="context">Where it is told.</param>
    /// <param name="check">The check, or the rule.</param>
    /// <param name="question">The question, or <see langword="null"/>.</param>
    /// <param name="mask">The rows that count; <see langword="null"/> = all.</param>
    /// <param name="ofBlank">The reason where an answer that is needed is blank.</param>
    public void TellNotJudged(CheckContext context, CheckId check, string? question, bool[]? mask = null, string ofBlank = Knowing.Reason)
    {
        var counts = new int[(int)RowTruth.Unknown + 1];
        for (var row = 0; row < _truths.Length; row++)
            if (mask is null || mask[row]) counts[(int)_truths[row]]++;
        if (counts[(int)RowTruth.Unknown] is > 0 and var unknown) context.NotJudged(check, question, ofBlank, unknown);
        if (counts[(int)RowTruth.NotReached] is > 0 and var apart) context.NotJudged(check, question, "not-reached", apart);
        if (counts[(int)RowTruth.NotJudged] is not (> 0 and var failed)) return;
        if (Reason is { } reason) context.NotJudged(check, question, reason.Reason, failed, new FindingArgument("what", reason.What));
        else if (Error is { } error)
        {
            var text = Messages.For(context.Settings.Reader).Text(error.Key, "message", error.Arguments);
            context.NotJudged(check, question, "own-rule-error", failed, new("place", $"{error.Position + 1}"), new FindingArgument("text", text));
        }
        else context.NotJudged(check, question, "rule-broken", failed);
    }

    /// <summary>Puts the answers of the other client beside these: where they differ, the rule depends on the client, and nobody is to blame.</summary>
    public void Merge(RowAnswers other)
    {
        for (var row = 0; row < _truths.Length; row++)
        {
            if (other._truths[row] == RowTruth.NotReached) continue;
            if (_truths[row] == other._truths[row] && (_numbers.Length == 0 || _numbers[row].Equals(other._numbers[row]))) continue;
            _truths[row] = RowTruth.NotJudged;
            Note(new NotEvaluable("client", ""));
        }

        if (other.Reason is { } reason) Note(reason);
        if (other.Error is { } error) Note(error);
    }

    private static int Compare(NotEvaluable a, NotEvaluable b) =>
        string.CompareOrdinal(a.Reason, b.Reason) is not 0 and var order ? order : string.CompareOrdinal(a.What, b.What);
}
