using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A part of an expression with what stands around it, and the node of the form that it names.</summary>
/// <param name="Written">The part.</param>
/// <param name="Above">The part that it is in; <see langword="null"/> for the whole expression.</param>
/// <param name="IsPredicate">Whether it is a whole predicate.</param>
/// <param name="InPredicate">Whether it stands in a predicate, so that <c>.</c> is not the question.</param>
internal sealed record ExpressionPart(Expression Written, ExpressionPart? Above, bool IsPredicate, bool InPredicate)
{
    /// <summary>The group or question that a reference or a path leads to, in whichever iteration; <see langword="null"/> if none or unknown.</summary>
    public FormNode? Target { get; init; }

    /// <summary>Whether it leads to chosen iterations only.</summary>
    public bool IsFiltered => Written switch
    {
        Expression.Filtered => true,
        Expression.Path path => path.Start is Expression.Filtered || path.Steps.Any(step => !step.Predicates.IsEmpty),
        _ => false,
    };

    /// <summary>The question that it names, if it names one.</summary>
    public Question? Question => Target as Question;

    /// <summary>What stands around it, from the nearest outwards.</summary>
    public IEnumerable<ExpressionPart> Around
    {
        get
        {
            for (var part = Above; part is not null; part = part.Above) yield return part;
        }
    }

    /// <summary>Whether it stands in the arguments of one of these functions, at any depth.</summary>
    public bool IsIn(params ReadOnlySpan<string> functions)
    {
        for (var part = Above; part is not null; part = part.Above)
            if (part.Written is Expression.Call call && functions.Contains(call.Name)) return true;
        return false;
    }
}
