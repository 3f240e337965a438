using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Rules;

/// <summary>
/// An expression that a person wrote, bound to every version of the form, to be evaluated at each row of one table: true, false or unknown;
/// or a number. Ask <see cref="RowExpressions.AnswersTo"/> what it gives; those that <see cref="SubmissionCheck.Asks"/> names are evaluated
/// in one pass beside the form's own logic.
/// </summary>
/// <remarks>Source: cleaning §2 (three-valued logic), §4.13.</remarks>
internal sealed class RowExpression
{
    private RowExpression(string text, string? table, bool isNumber, ImmutableArray<BoundExpression?> byForm) =>
        (Text, Table, IsNumber, ByForm) = (text, table, isNumber, byForm);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The path of the repeat at whose rows it is evaluated; <see langword="null"/> for the main part.</summary>
    public string? Table { get; }

    /// <summary>Whether its value is a number and not a truth.</summary>
    public bool IsNumber { get; }

    /// <summary>By form version, newest first: the bound expression; <see langword="null"/> where that version lacks a question that it names.</summary>
    public ImmutableArray<BoundExpression?> ByForm { get; }

    /// <summary>The questions that its value depends on, of the newest version that has them all, in form order.</summary>
    public ImmutableArray<Question> Questions => [.. ByForm.First(b => b is not null)!.Reads.OfType<Question>()];

    /// <summary>Binds an expression to the rows of a table.</summary>
    /// <param name="forms">The form's versions, newest first.</param>
    /// <param name="text">The expression, <c>${question}</c> allowed.</param>
    /// <param name="table">Path of a repeat, "" for the main part; <see langword="null"/> = where its questions are.</param>
    /// <param name="isNumber">Whether a number is wanted.</param>
    /// <param name="faults">What is wrong with it, by the newest version: syntax, unknown names and functions. Empty if it is bound.</param>
    /// <returns><see langword="null"/> if no version has all that it needs.</returns>
    public static RowExpression? AtRows(ImmutableArray<Form> forms, string text, string? table, bool isNumber, out ImmutableArray<ExpressionError> faults)
    {
        if (Parser.Parse(text, out var error) is not { } tree)
        {
            faults = [error!];
            return null;
        }

        if (table is null)
        {
            var knowing = forms.FirstOrDefault(f => RowTable.NamesIn(tree).All(n => f.NodesNamed(n).Length == 1)) ?? forms[0];
            table = RowTable.Of(tree, knowing, out var isClear) ?? "";
            if (!isClear)
            {
                faults = [new("EXPR-06/repeats", tree.Position)];
                return null;
            }
        }

        var path = table.Length == 0 ? null : table;
        return Bound(forms, text, path, isNumber, form => path is null ? form.Root : form.Repeats.FirstOrDefault(r => r.Path == path), out faults);
    }

    /// <summary>Binds an expression to a question: <c>.</c> is its answer, <c>..</c> its group.</summary>
    /// <param name="forms">The form's versions, newest first.</param>
    /// <param name="text">The expression, <c>${question}</c> allowed.</param>
    /// <param name="at">The question; other versions' by its path.</param>
    /// <param name="isNumber">Whether a number is wanted.</param>
    /// <param name="faults">What is wrong with it, by the newest version. Empty if it is bound.</param>
    /// <returns><see langword="null"/> if no version has all that it needs.</returns>
    public static RowExpression? AtQuestion(ImmutableArray<Form> forms, string text, Question at, bool isNumber, out ImmutableArray<ExpressionError> faults) =>
        Bound(forms, text, at.Repeat?.Path, isNumber, form => form.Questions.FirstOrDefault(q => q.Path == at.Path), out faults);

    private static RowExpression? Bound(
        ImmutableArray<Form> forms, string text, string? table, bool isNumber, Func<Form, FormNode?> place, out ImmutableArray<ExpressionError> faults)
    {
        var written = new FormExpression(text, default);
        ImmutableArray<BoundExpression?> all = [.. forms.Select(form => place(form) is { } node ? FormLogic.BindCheck(form, node, written) : null)];
        faults = all.FirstOrDefault(b => b is not null)?.Faults ?? [];
        if (!all.Any(b => b is { Operation: not null })) return null;
        faults = [];
        return new(text, table, isNumber, [.. all.Select(b => b is { Operation: not null } ? b : null)]);
    }
}
