using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A constraint without words: the enumerator is told only that the answer is not allowed.</summary>
internal sealed class ConstraintWithoutMessage : LintRule
{
    public override CheckId Id => new("LINT-87", "constraint-without-message");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var row in form.Rows)
            if (row["constraint"] is { } text && !CellText.IsYes(text) && !ConstraintOnHidden.IsNeverChecked(row.Type.Type) && row.Text("constraint_message").IsEmpty)
                yield return Found(row, form.PlaceOf(row, "constraint"), text);
    }
}

/// <summary>A constraint or a required on what nobody answers.</summary>
internal sealed class ConstraintOnHidden : LintRule
{
    public override CheckId Id => new("LINT-88", "constraint-on-hidden");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var row in form.Rows)
        {
            if (row.Type.Kind != RowKind.Question || !IsNeverChecked(row.Type.Type)) continue;
            foreach (var column in new[] { "constraint", "required" })
            {
                if (row[column] is not { } text || CellText.IsNo(text) || (column == "constraint" && CellText.IsYes(text))) continue;
                var finding = Found(row, form.PlaceOf(row, column), text, new("column", column), new FindingArgument("type", row.TypeText));
                yield return row.Type.Type == QuestionType.Note && column == "required" ? finding with { Variant = "note" } : finding;
            }
        }
    }

    /// <summary>Whether no client ever checks an answer of this type.</summary>
    internal static bool IsNeverChecked(QuestionType type) =>
        type is QuestionType.Calculate or QuestionType.Hidden or QuestionType.Note || type.IsMetadata() || type.IsExternal();
}

/// <summary>A word under <c>required</c> that is neither yes nor no.</summary>
internal sealed class RequiredNotBoolean : LintRule
{
    public override CheckId Id => new("LINT-89", "required-not-boolean");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression.Column != "required" || expression.Parts is not [{ Target: null } whole]) continue;
            if (whole.Written is Expression.Literal || ChoiceFilterColumnMissing.Column(whole.Written) is not null)
                yield return FoundIn(expression, expression.Placed.Expression.Text, new FindingArgument("word", expression.Placed.Expression.Text));
        }
    }
}

/// <summary>A relevance that is always the same.</summary>
internal sealed class RelevantAlways : LintRule
{
    public override CheckId Id => new("LINT-90", "relevant-always");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression is not { Column: "relevant", Tree: { } tree }) continue;
            if (tree.All.All(IsConstant)) yield return FoundIn(expression, expression.Placed.Expression.Text) with { Variant = "constant" };
            foreach (var part in expression.Parts)
            {
                if (part.Written is not Expression.Binary { Operator: "and" or "or" } junction) continue;
                if (part.Above?.Written is Expression.Binary above && above.Operator == junction.Operator) continue;
                if (Clash(expression, part, junction.Operator) is not { } name) continue;
                var finding = FoundIn(expression, expression.TextOf(junction), new FindingArgument("name", name));
                yield return junction.Operator == "and" ? finding : finding with { Variant = "or" };
            }
        }
    }

    private static bool IsConstant(Expression part) =>
        part is Expression.Number or Expression.Literal or Expression.Binary or Expression.Negation or Expression.Call { Name: "true" or "false" or "not" or "boolean" };

    // One answer cannot be two things; and it is always another than one of two.
    private static string? Clash(ParsedExpression expression, ExpressionPart junction, string word)
    {
        var sought = word == "and" ? "=" : "!=";
        var seen = new Dictionary<Question, string>();
        foreach (var (question, part, other, sign) in Answers.ComparedQuestions(expression))
        {
            if (sign != sought || question.Type.IsSelectMultiple() || TextOf(other) is not { } text) continue;
            var around = part.Around.Skip(1).TakeWhile(p => p != junction).ToList();
            if (!part.Around.Contains(junction) || !around.TrueForAll(p => p.Written is Expression.Binary binary && binary.Operator == word)) continue;
            if (!seen.TryAdd(question, text) && seen[question] != text) return question.Name;
        }

        return null;
    }

    private static string? TextOf(Expression side) => side switch
    {
        Expression.Literal literal => literal.Text,
        Expression.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>Something done with a question that its type is not for.</summary>
internal sealed class TypeMismatch : LintRule
{
    public override CheckId Id => new("LINT-92", "type-mismatch");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
            {
                if (part.Question is not { } question || VariantOf(question, part) is not { } variant) continue;
                var finding = FoundIn(expression, expression.TextOf(part.Above!.Written), new("name", question.Name), new FindingArgument("type", question.TypeText));
                yield return variant.Length == 0 ? finding : finding with { Variant = variant };
            }
    }

    private static string? VariantOf(Question question, ExpressionPart part) => part.Above?.Written switch
    {
        Expression.Binary { Operator: "+" or "-" or "*" or "div" or "mod" } => IsNoNumber(question) ? "" : null,
        Expression.Call { Name: "selected" or "is-selected" or "count-selected" or "selected-at", Arguments: [var list, ..] } =>
            question.Type.IsNumeric() && ReferenceEquals(list, part.Written) ? "selected" : null,
        Expression.Call { Name: "substr" or "substring" or "string-length" or "contains" or "starts-with" or "ends-with" or "translate" or "normalize-space" or "regex" } =>
            question.Type.IsNumeric() ? "text" : null,
        _ => null,
    };

    private static bool IsNoNumber(Question question) => question.Type switch
    {
        QuestionType.Text => !question.Appearance.Contains("numbers", StringComparison.Ordinal),
        QuestionType.SelectOne => question.Choices is { } choices && !choices.Choices.All(c => IsNumber(c.Name)),
        QuestionType.SelectMultiple or QuestionType.Rank => true,
        _ => false,
    };

    private static bool IsNumber(string code) =>
        double.TryParse(code, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
