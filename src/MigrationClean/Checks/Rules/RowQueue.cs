using MigrationClean.Submissions;

namespace MigrationClean.Checks.Rules;

/// <summary>The row expressions of a run: those waiting for the next pass over the submissions, and what the others gave.</summary>
internal sealed class RowQueue(SubmissionSet submissions)
{
    private readonly Dictionary<RowExpression, RowAnswers> _answers = [];
    private readonly List<RowAnswers> _waiting = [];

    /// <summary>Whether any waits.</summary>
    public bool IsWaiting => _waiting.Count > 0;

    /// <summary>Puts an expression into the next pass, once.</summary>
    /// <returns>Its answers, empty until then.</returns>
    public RowAnswers Add(RowExpression expression)
    {
        if (_answers.TryGetValue(expression, out var known)) return known;
        var answers = New(expression);
        _answers.Add(expression, answers);
        if (answers.RowCount > 0) _waiting.Add(answers);
        return answers;
    }

    /// <summary>Takes all that wait.</summary>
    public IReadOnlyList<RowAnswers> Take()
    {
        RowAnswers[] taken = [.. _waiting];
        _waiting.Clear();
        return taken;
    }

    /// <summary>Room for the answers of an expression.</summary>
    public RowAnswers New(RowExpression expression) => new(expression, submissions.Find(expression.Table)?.RowCount ?? 0);
}
