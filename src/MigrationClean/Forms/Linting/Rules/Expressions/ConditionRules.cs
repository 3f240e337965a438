using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A comparison with a question that may be unanswered, which then is not what it looks like.</summary>
internal sealed class EmptyCompare : LintRule
{
    public override CheckId Id => new("LINT-78", "empty-compare");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var (question, part, other, sign) in Answers.ComparedQuestions(expression))
            {
                var isOwn = question == expression.Node && expression.Column == "constraint";
                if (sign == "=" || isOwn || other is Expression.Literal { Text: "" } || Answers.IsAnswered(question) || Answers.IsGuarded(expression, question)) continue;
                var finding = FoundIn(expression, expression.TextOf(part.Above!.Written), new("name", question.Name), new FindingArgument("ref", $"${{{question.Name}}}"));
                yield return sign == "!=" ? finding : finding with { Variant = Hides(expression, part) ? "hides" : "order" };
            }
    }

    private static bool Hides(ParsedExpression expression, ExpressionPart part) =>
        expression.Column == "relevant" && part.Around.Skip(1).All(p => p.Written is Expression.Binary { Operator: "and" or "or" });
}

/// <summary>Arithmetic on a question that may be unanswered: the result is then empty.</summary>
internal sealed class SumUnanswered : LintRule
{
    public override CheckId Id => new("LINT-79", "sum-unanswered");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            var names = expression.Parts
                .Where(p => p.Above?.Written is Expression.Binary { Operator: "+" or "-" or "*" or "div" or "mod" })
                .Select(p => p.Question).OfType<Question>()
                .Where(q => q.Type.IsNumeric() && q != expression.Node && !Answers.IsAnswered(q) && !Answers.IsGuarded(expression, q))
                .Select(q => q.Name).Distinct().ToList();
            if (names.Count > 0) yield return FoundIn(expression, expression.Placed.Expression.Text, new FindingArgument("names", string.Join("`, `", names)));
        }
    }
}

/// <summary>A question alone as a condition: one client takes its value, the other that it exists.</summary>
internal sealed class BareReferenceCondition : LintRule
{
    public override CheckId Id => new("LINT-80", "bare-reference-condition");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
                if (part.Question is { } question && IsCondition(expression, part))
                    yield return FoundIn(expression, expression.TextOf(part.Written), new("name", question.Name), new FindingArgument("ref", $"${{{question.Name}}}"));
    }

    private static bool IsCondition(ParsedExpression expression, ExpressionPart part) => part.Above?.Written switch
    {
        null => expression.Column is "relevant" or "required" or "constraint" or "read_only" or "choice_filter",
        Expression.Binary { Operator: "and" or "or" } => true,
        Expression.Call { Name: "not" or "boolean" } => true,
        Expression.Call { Name: "if" } call => ReferenceEquals(call.Arguments[0], part.Written),
        _ => false,
    };
}

/// <summary>A date compared with a text, which only web forms understand as a date.</summary>
internal sealed class DateLiteralCompare : LintRule
{
    public override CheckId Id => new("LINT-81", "date-literal-compare");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
            {
                if (!Answers.IsDate(part) || part.Above?.Written is not Expression.Binary { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" } above) continue;
                if ((ReferenceEquals(above.Left, part.Written) ? above.Right : above.Left) is Expression.Literal { Text.Length: > 0 } literal)
                    yield return FoundIn(expression, expression.TextOf(above), new FindingArgument("text", literal.Text));
            }
    }
}

/// <summary>A difference of dates that is not rounded: web forms give fractions of days.</summary>
internal sealed class DateDifferenceNotRounded : LintRule
{
    public override CheckId Id => new("LINT-82", "date-difference-not-rounded");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
                if (part.Written is Expression.Binary { Operator: "-" } && Answers.Below(expression, part).All(Answers.IsDate)
                    && !part.IsIn("int", "round", "floor", "ceiling", "date", "date-time") && !IsComparedWithZero(part))
                    yield return FoundIn(expression, expression.TextOf(part.Written));
    }

    private static bool IsComparedWithZero(ExpressionPart part) => part.Above?.Written is Expression.Binary
    {
        Operator: "=" or "!=" or "<" or "<=" or ">" or ">=",
    }
    above && (above.Left is Expression.Number { Value: 0 } || above.Right is Expression.Number { Value: 0 });
}
