using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A pattern without <c>^…$</c>: the phone matches the whole answer, the browser any part of it.</summary>
internal sealed class RegexNotAnchored : LintRule
{
    public override CheckId Id => new("LINT-83", "regex-not-anchored");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
                if (part.Written is Expression.Call { Name: "regex", Arguments: [_, Expression.Literal literal] } && !IsAnchored(literal.Text))
                    yield return FoundIn(expression, literal.Text, new FindingArgument("pattern", literal.Text));
    }

    // A pattern that begins and ends with .* means the same in both.
    private static bool IsAnchored(string pattern) =>
        (pattern.StartsWith('^') || pattern.StartsWith("(?i)^", StringComparison.Ordinal) || pattern.StartsWith(".*", StringComparison.Ordinal))
        && ((pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal)) || pattern.EndsWith(".*", StringComparison.Ordinal));
}

/// <summary>A number alone in a predicate: the phone then finds nothing.</summary>
internal sealed class NumericPredicate : LintRule
{
    public override CheckId Id => new("LINT-84", "numeric-predicate");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
                if (part.IsPredicate && IsNumber(part)) yield return FoundIn(expression, $"[{expression.TextOf(part.Written)}]");
    }

    private static bool IsNumber(ExpressionPart part) => part.Written switch
    {
        Expression.Number or Expression.Negation => true,
        Expression.Binary { Operator: "+" or "-" or "*" or "div" or "mod" } => true,
        Expression.Call { Name: "last" or "position" or "number" or "int" or "round" or "count" } => true,
        _ => part.Question is { } question && question.Type.IsNumeric(),
    };
}

/// <summary>Something that one client alone can do.</summary>
internal sealed partial class FunctionEngineSpecific : LintRule
{
    public override CheckId Id => new("LINT-85", "function-engine-specific");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var (text, offered) in expression.Parts.SelectMany(p => Specific(expression, p.Written)).Distinct())
            {
                var finding = FoundIn(expression, text, new FindingArgument("text", text));
                yield return offered == Clients.Collect ? finding : finding with { Variant = "web" };
            }
    }

    private static IEnumerable<(string Text, Clients OfferedBy)> Specific(ParsedExpression expression, Expression part)
    {
        switch (part)
        {
            case Expression.Call { Name: "is-selected" or "enclosed-area" } alias:
                yield return ($"{alias.Name}()", Clients.Collect);
                break;
            case Expression.Call { Name: "jr:choice-name" } when expression.Column is not ("calculation" or "default"):
                yield return ("jr:choice-name()", Clients.Collect);
                break;
            case Expression.Call call when AllFunctions.Find(call.Name) is { OfferedBy: not Clients.Both } function:
                yield return ($"{call.Name}()", function.OfferedBy);
                break;
            case Expression.Call { Name: "format-date" or "format-date-time", Arguments: [_, Expression.Literal format] } when WeekCode.IsMatch(format.Text):
                yield return ("%W", Clients.Collect);
                break;
            case Expression.Binary { Operator: "|" }:
                yield return ("|", Clients.WebForms);
                break;
            case Expression.Path path:
                foreach (var step in path.Steps)
                {
                    if (step.Axis == Axis.DescendantOrSelf) yield return ("//", Clients.WebForms);
                    else if (step.Axis is not (Axis.Child or Axis.Parent or Axis.Self or Axis.Attribute)) yield return ($"{NameOf(step.Axis)}::", Clients.WebForms);
                    if (step.Test is NodeTest.Text or NodeTest.Comment) yield return (step.Test == NodeTest.Text ? "text()" : "comment()", Clients.WebForms);
                }

                break;
        }
    }

    private static string NameOf(Axis axis) => InnerCapital.Replace(axis.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InnerCapital { get; }

    [GeneratedRegex("^(?:[^%]|%[^W])*%W", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WeekCode { get; }
}

/// <summary>A calculation with the clock or a draw that is computed anew whenever the form is opened.</summary>
internal sealed class OnceTime : LintRule
{
    public override CheckId Id => new("LINT-86", "once-time");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression.Column != "calculation" || expression.Placed.Row?["trigger"] is not null) continue;
            foreach (var name in expression.Parts.Where(p => !p.IsIn("once")).Select(p => p.Written).OfType<Expression.Call>().Select(c => c.Name).Distinct(StringComparer.Ordinal))
                if (name is "now" or "today" or "random" or "uuid") yield return FoundIn(expression, expression.Placed.Expression.Text, new FindingArgument("name", name));
        }
    }
}
