using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>Evaluates each part of an expression where the whole stands, and tells which parts decide.</summary>
/// <param name="submission">The submission.</param>
/// <param name="text">The expression as written.</param>
/// <param name="stand">Puts the context back to where the expression stands.</param>
internal sealed class PartWalk(OneSubmission submission, string text, Action stand)
{
    private readonly List<ExplainedPart> _parts = [];

    /// <summary>All parts but what the text itself gives, the whole first.</summary>
    public ImmutableArray<ExplainedPart> Parts(Operation whole)
    {
        _parts.Clear();
        Add(whole, 0, wasSkipped: false);
        return [.. _parts];
    }

    /// <summary>The paths in the parts that decide an outcome.</summary>
    public IEnumerable<PathOperation> Deciding(Operation operation) => DecidingParts.Of(operation, Truth);

    /// <summary>The value of a part.</summary>
    public Value ValueOf(Operation operation)
    {
        stand();
        return operation.Evaluate(submission.Run.Context);
    }

    private void Add(Operation operation, int depth, bool wasSkipped)
    {
        if (operation is Constant && depth > 0) return;
        var value = wasSkipped ? Value.Empty : ValueOf(operation);
        _parts.Add(new(
            text[operation.Source.Position..Math.Min(text.Length, operation.Source.End)],
            depth,
            wasSkipped || value.IsFailure ? null : TextOf(value),
            wasSkipped,
            value.Kind == ValueKind.NotEvaluable ? value.Reason : null));
        if (operation is PathOperation or FilteredOperation) return;

        var parts = operation.Parts;
        for (var i = 0; i < parts.Length; i++) Add(parts[i], depth + 1, wasSkipped || IsSkipped(operation, i));
    }

    private bool IsSkipped(Operation operation, int part) => operation.Source switch
    {
        Expression.Binary { Operator: "and" } => part == 1 && Truth(operation.Parts[0]) == false,
        Expression.Binary { Operator: "or" } => part == 1 && Truth(operation.Parts[0]) == true,
        Expression.Call { Name: "if" } when part > 0 => Truth(operation.Parts[0]) is { } truth && truth == (part == 2),
        _ => false,
    };

    private bool? Truth(Operation operation)
    {
        stand();
        var truth = operation.EvaluateBoolean(submission.Run.Context);
        return truth.IsFailure ? null : truth.Boolean;
    }

    private string TextOf(in Value value)
    {
        var context = submission.Run.Context;
        if (value.Kind == ValueKind.Boolean) return value.Boolean ? "true" : "false";
        if (value.Kind == ValueKind.Number) return NumberText.Print(value.Number, context.Dialect);
        if (value.IsNodes) return string.Join(", ", value.Nodes.Select(n => n.Instance.TextOf(n)));
        return Conversion.ToText(value, context, 0).Text;
    }
}
