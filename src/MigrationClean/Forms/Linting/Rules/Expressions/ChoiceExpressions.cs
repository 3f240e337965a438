using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A select_multiple compared as a whole, though it may hold several choices.</summary>
internal sealed class SelectMultipleEquality : LintRule
{
    public override CheckId Id => new("LINT-77", "select-multiple-equality");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var (question, part, other, sign) in Answers.ComparedQuestions(expression))
                if (question.Type.IsSelectMultiple() && sign is "=" or "!=" && other is not Expression.Literal { Text: "" })
                    yield return FoundIn(expression, expression.TextOf(part.Above!.Written), new("name", question.Name), new FindingArgument("ref", $"${{{question.Name}}}"));
    }
}

/// <summary>A text compared with, or selected from, a question is none of its choices.</summary>
internal sealed class ChoiceLiteralUnknown : LintRule
{
    public override CheckId Id => new("LINT-60", "choice-literal-unknown");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            foreach (var (question, _, other, sign) in Answers.ComparedQuestions(expression))
                if (sign is "=" or "!=" && Missing(expression, question, other) is { } finding) yield return finding;
            foreach (var part in expression.Parts)
            {
                if (part.Question is not { } question || part.Above?.Written is not Expression.Call { Name: "selected" or "is-selected", Arguments: [var list, var item] }) continue;
                if (ReferenceEquals(list, part.Written) && Missing(expression, question, item) is { } finding) yield return finding;
            }
        }
    }

    private Finding? Missing(ParsedExpression expression, Question question, Expression item)
    {
        if (question.Choices is not { } choices || question.HasSearchedChoices) return null;
        var code = item switch
        {
            Expression.Literal literal => literal.Text.Trim(),
            Expression.Number => expression.TextOf(item).Trim('(', ')', ' '),
            _ => "",
        };
        if (code.Length == 0 || choices.Contains(code) || (question.HasOrOther && code == "other")) return null;
        // A select_multiple as a whole is several codes; a number may be written otherwise than the code.
        if (code.Contains(' ', StringComparison.Ordinal) && code.Split(' ').All(choices.Contains)) return null;
        if (item is Expression.Number { Value: var value } && choices.Choices.Any(c => NumberOf(c.Name) == value)) return null;
        var finding = FoundIn(expression, code, new("code", code), new("name", question.Name), new FindingArgument("list", choices.Name));
        return Nearest.To(code, choices.Choices.Select(c => c.Name)) is { } near
            ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
            : finding;
    }

    private static double? NumberOf(string code) =>
        double.TryParse(code, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A bare name in a choice_filter that is no column of the list.</summary>
internal sealed class ChoiceFilterColumnMissing : LintRule
{
    public override CheckId Id => new("LINT-58", "choice-filter-column-missing");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var columns = new Dictionary<ChoiceList, HashSet<string>>();
        foreach (var expression in form.Parsed)
        {
            if (expression is not { Column: "choice_filter", Node: Question { HasSearchedChoices: false, Choices: { } choices } }) continue;
            if (!columns.TryGetValue(choices, out var known))
                columns[choices] = known = [.. choices.Choices.SelectMany(c => c.Columns.Keys), "name", "label", "itextId"];
            foreach (var part in expression.Parts)
            {
                if (part.InPredicate || Column(part.Written) is not { } name || known.Contains(name)) continue;
                var finding = FoundIn(expression, name, new("column", name), new("list", choices.Name), new FindingArgument("ref", $"${{{name}}}"));
                yield return Nearest.To(name, known.Order(StringComparer.Ordinal)) is { } near
                    ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
                    : finding;
            }
        }
    }

    /// <summary>The column that a bare name is, else <see langword="null"/>.</summary>
    internal static string? Column(Expression part) =>
        part is Expression.Path { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Child, Test: NodeTest.Name } step] } ? step.Name : null;
}

/// <summary>A value of a filter column that the question it is compared with never takes, so that its choices are never shown.</summary>
internal sealed class ChoiceFilterValueOrphan : LintRule
{
    public override CheckId Id => new("LINT-59", "choice-filter-value-orphan");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var uses = form.Parsed.Where(e => e is { Column: "choice_filter", Node: Question { HasSearchedChoices: false, Choices: not null } })
            .SelectMany(e => Uses(e).Select(u => (List: ((Question)e.Node!).Choices!, u.Column, u.Parent, Literals: Literals(e, u.Column))));
        foreach (var use in uses.GroupBy(u => (u.List, u.Column)))
        {
            if (use.Any(u => u.Parent is not { Choices: not null, HasSearchedChoices: false })) continue;
            var parents = use.Select(u => u.Parent!).Distinct().ToList();
            var literals = use.SelectMany(u => u.Literals).ToHashSet(StringComparer.Ordinal);
            bool IsTaken(string value) => literals.Contains(value) || parents.Exists(p => p.Choices!.Contains(value) || (p.HasOrOther && value == "other"));
            foreach (var choice in use.Key.List.Choices.DistinctBy(c => c.Columns.GetValueOrDefault(use.Key.Column, ""), StringComparer.Ordinal))
            {
                var value = choice.Columns.GetValueOrDefault(use.Key.Column, "");
                if (value.Length > 0 && !IsTaken(value))
                    yield return Found(choice.Place with { Column = use.Key.Column }, value, new("value", value), new("column", use.Key.Column), new FindingArgument("name", parents[0].Name));
            }
        }
    }

    private static IEnumerable<(string Column, Question? Parent)> Uses(ParsedExpression expression)
    {
        foreach (var part in expression.Parts)
        {
            if (part.InPredicate || ChoiceFilterColumnMissing.Column(part.Written) is not { } column || column is "name" or "label") continue;
            var beside = part.Above?.Written switch
            {
                Expression.Binary { Operator: "=" } above => ReferenceEquals(above.Left, part.Written) ? above.Right : above.Left,
                Expression.Call { Name: "selected", Arguments: [var list, _] } => list,
                _ => null,
            };
            if (beside is not Expression.Literal)
                yield return (column, expression.Parts.FirstOrDefault(p => ReferenceEquals(p.Written, beside) && p.Above == part.Above)?.Question);
        }
    }

    private static IEnumerable<string> Literals(ParsedExpression expression, string column)
    {
        foreach (var (_, written) in Answers.Comparisons(expression))
            foreach (var (side, other) in new[] { (written.Left, written.Right), (written.Right, written.Left) })
                if (ChoiceFilterColumnMissing.Column(side) == column && other is Expression.Literal literal) yield return literal.Text;
    }
}
