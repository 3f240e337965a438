using System.Collections.Frozen;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A static default that the question's own constraint refuses: whoever leaves it as it is cannot go on.</summary>
internal sealed class DefaultRejected : LintRule
{
    public override CheckId Id => new("LINT-91", "constraint-rejects-default");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression.Column != "constraint" || expression.Tree is not { } tree || expression.Node is not Question { Default: { Length: > 0 } text } question) continue;
            if (DefaultText.IsDynamic(text, question.Type) || !IsAboutItself(tree)) continue;
            if (IsRefused(tree, text, question, Dialect.JavaRosa) && IsRefused(tree, text, question, Dialect.Enketo))
                yield return FoundIn(expression, expression.Placed.Expression.Text, new FindingArgument("default", text));
        }
    }

    /// <summary>Whether the rule can be judged by the answer alone: no other question, list or clock.</summary>
    private static bool IsAboutItself(Expression tree) => tree.All.All(part => part switch
    {
        Expression.Reference or Expression.Variable => false,
        Expression.Path path => path is { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Self, Predicates.IsEmpty: true }] },
        _ => true,
    });

    private static bool IsRefused(Expression tree, string text, Question question, Dialect dialect)
    {
        using var xml = new StringReader($"<a>{System.Security.SecurityElement.Escape(text)}</a>");
        if (XmlTree.Read(xml) is not { } answer) return false;
        var type = question.Type switch
        {
            QuestionType.Integer or QuestionType.Range => BindType.Integer,
            QuestionType.Decimal => BindType.Decimal,
            QuestionType.Date => BindType.Date,
            QuestionType.DateTime => BindType.DateTime,
            QuestionType.Time => BindType.Time,
            _ => BindType.Text,
        };
        var types = new Dictionary<string, BindType>(StringComparer.Ordinal) { ["/a"] = type };
        var instance = new XmlInstance(answer, types, FrozenDictionary<string, Operation>.Empty);
        var context = new EvaluationContext { Dialect = dialect };
        if (instance.TryGetOnlyChild(instance.Document, "a", out var node) != 1) return false;
        context.StandAt(node);
        return Compiler.Compile(tree).EvaluateBoolean(context) is { IsFailure: false, Boolean: false };
    }
}
