namespace MigrationClean.Expressions.Evaluation;

/// <summary>Predicates.</summary>
/// <remarks>Source: xpath §2: a number picks by rank in Enketo, and JavaRosa keeps a node for a real true alone.</remarks>
internal static class Filter
{
    /// <summary>Keeps the candidates for which the predicate holds.</summary>
    /// <returns>A failure of the predicate, or <see langword="null"/>.</returns>
    public static Value? Keep(Operation predicate, List<Node> candidates, EvaluationContext context)
    {
        var (item, position, size) = (context.Item, context.Position, context.Size);
        context.Size = candidates.Count;
        var kept = 0;
        try
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                (context.Item, context.Position, context.Size) = (candidates[i], i + 1, candidates.Count);
                var value = predicate.Evaluate(context);
                if (value.IsFailure) return value;
                if (Holds(value, i + 1, context)) candidates[kept++] = candidates[i];
            }
        }
        finally
        {
            (context.Item, context.Position, context.Size) = (item, position, size);
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
        return null;
    }

    private static bool Holds(in Value value, int position, EvaluationContext context)
    {
        if (context.IsJavaRosa) return value.Kind == ValueKind.Boolean && value.Boolean;
        return value.Kind == ValueKind.Number ? value.Number == position : Conversion.ToBoolean(value, context, 0) is { IsFailure: false, Boolean: true };
    }
}
