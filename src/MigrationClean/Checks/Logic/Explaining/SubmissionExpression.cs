using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>Evaluates an expression on a submission of an export, as if it were written at one of its questions.</summary>
public static class SubmissionExpression
{
    /// <summary>The value: one answer, with <see cref="DialectChoice.Both"/> two, JavaRosa's first.</summary>
    /// <param name="submissions">What was read.</param>
    /// <param name="key">Key of the submission, as design §7 has it.</param>
    /// <param name="expression">The expression; <c>${name}</c> is the question of that name.</param>
    /// <param name="at">Where it stands, e.g. <c>/data/person[2]/age</c>; <see langword="null"/> = the root.</param>
    /// <param name="type">What the value is cast to.</param>
    /// <param name="settings">Dialect and language.</param>
    /// <param name="checks">Zone, what counts as blank, the language of labels.</param>
    /// <param name="now">What stands for the clock, or <see langword="null"/> for the submission's own times.</param>
    /// <exception cref="InputException"><c>explain/no-submission</c>: no submission has the key.</exception>
    public static IReadOnlyList<EvaluationAnswer> Evaluate(
        SubmissionSet submissions,
        string key,
        string expression,
        string? at,
        ResultType type,
        EvaluationSettings settings,
        CheckSettings checks,
        DateTimeOffset? now)
    {
        Dialect?[] dialects = settings.Dialect switch
        {
            DialectChoice.Both => [Dialect.JavaRosa, Dialect.Enketo],
            DialectChoice.JavaRosa => [Dialect.JavaRosa],
            DialectChoice.Enketo => [Dialect.Enketo],
            _ => [null],
        };
        var (texts, row) = (Messages.For(settings.Language), SubmissionKeys.RowOf(submissions, key));
        return [.. dialects.Select(dialect => In(new OneSubmission(submissions, row, checks, dialect, now), expression, at, type, texts))];
    }

    private static EvaluationAnswer In(OneSubmission submission, string expression, string? at, ResultType type, Messages texts)
    {
        var place = at ?? $"/{submission.Form.RootName}";
        if (submission.At(place) is not { } node)
            return EvaluationAnswer.Of(new ExpressionError("EXPR-06/node", 0, new FindingArgument("name", place)), expression, texts);
        if (Parser.Parse(expression, out var error) is not { } parsed) return EvaluationAnswer.Of(error!, expression, texts);
        var tree = ReferenceBinding.Bind(parsed, submission.Form, submission.NodeOf(node), isChoiceFilter: false, out var unbound);
        if (!unbound.IsEmpty) return EvaluationAnswer.Of(unbound[0], expression, texts);

        var operation = Compiler.Compile(tree);
        var context = submission.Run.Context;
        submission.StandAt(node);
        var value = operation.Evaluate(context);
        if (!value.IsFailure) value = Evaluator.Cast(value, type, context, operation.Position);
        return type == ResultType.Date && !value.IsFailure ? EvaluationAnswer.Date(value, context) : EvaluationAnswer.Of(value, expression, context, texts);
    }
}
