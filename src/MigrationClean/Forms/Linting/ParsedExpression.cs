using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>An expression of the form, parsed once for all rules.</summary>
internal sealed class ParsedExpression
{
    private readonly LintContext _form;

    private ParsedExpression(LintContext form, PlacedExpression placed, Expression? tree, ExpressionError? error)
    {
        _form = form;
        Placed = placed;
        Tree = tree;
        Error = error;
    }

    /// <summary>The expression and what it belongs to.</summary>
    public PlacedExpression Placed { get; }

    /// <summary>The tree as written; <see langword="null"/> if it does not parse.</summary>
    public Expression? Tree { get; }

    /// <summary>Why it does not parse.</summary>
    public ExpressionError? Error { get; }

    /// <summary>The node that it belongs to; <see langword="null"/> for one of the settings.</summary>
    public FormNode? Node => Placed.Node;

    /// <summary>The canonical column.</summary>
    public string Column => Placed.Column;

    /// <summary>All parts, parents before what is in them; none if it does not parse.</summary>
    public IReadOnlyList<ExpressionPart> Parts => field ??= [.. PartsOf()];

    /// <summary>All expressions of a form, static defaults left out. A text that stands in many rows is parsed once. O(length).</summary>
    public static IEnumerable<ParsedExpression> Of(LintContext form)
    {
        var trees = new Dictionary<string, (Expression? Tree, ExpressionError? Error)>(StringComparer.Ordinal);
        foreach (var placed in form.Expressions)
        {
            var text = placed.Expression.Text;
            if (placed.Column == "default" && !(placed.Node is Question question && DefaultText.IsDynamic(text, question.Type))) continue;
            if (!trees.TryGetValue(text, out var parsed)) trees[text] = parsed = (Parser.Parse(text, out var error), error);
            yield return new(form, placed, parsed.Tree, parsed.Error);
        }
    }

    /// <summary>What a part looks like in the cell.</summary>
    public string TextOf(Expression part) => Placed.Expression.Text[part.Position..part.End];

    private IEnumerable<ExpressionPart> PartsOf()
    {
        var waiting = new Stack<ExpressionPart>();
        if (Tree is not null) waiting.Push(PartOf(Tree, null, false, false));
        while (waiting.TryPop(out var part))
        {
            yield return part;
            var predicates = PredicatesOf(part.Written);
            foreach (var inner in part.Written.Parts.Reverse())
            {
                var isPredicate = predicates.Any(p => ReferenceEquals(p, inner));
                waiting.Push(PartOf(inner, part, isPredicate, isPredicate || part.InPredicate));
            }
        }

        ExpressionPart PartOf(Expression written, ExpressionPart? above, bool isPredicate, bool inPredicate)
        {
            var isStart = !isPredicate && above?.Written is Expression.Path or Expression.Filtered;
            return new(written, above, isPredicate, inPredicate) { Target = isStart ? null : TargetOf(written, inPredicate || Column == "choice_filter") };
        }
    }

    private static IEnumerable<Expression> PredicatesOf(Expression part) => part switch
    {
        Expression.Path path => path.Steps.SelectMany(step => step.Predicates),
        Expression.Filtered filtered => filtered.Predicates,
        _ => [],
    };

    private FormNode? TargetOf(Expression? part, bool isInList) => part switch
    {
        Expression.Reference { IsLastSaved: false } reference => _form.Names.One(reference.Name),
        Expression.Filtered filtered => TargetOf(filtered.Primary, isInList),
        Expression.Path { IsAbsolute: true } path => path.Steps is [{ Axis: Axis.Child, Test: NodeTest.Name } first, ..] && first.Name == _form.Root.Name
            ? Walk(_form.Root, path.Steps[1..])
            : null,
        Expression.Path { Start: null } path => isInList ? null : Walk(Node, path.Steps),
        Expression.Path { Start: Expression.Call { Name: "current" } } path => Walk(Node, path.Steps),
        Expression.Path { Start: Expression.Reference or Expression.Filtered } path => Walk(TargetOf(path.Start, isInList), path.Steps),
        _ => null,
    };

    private static FormNode? Walk(FormNode? node, ImmutableArray<PathStep> steps)
    {
        foreach (var step in steps)
        {
            node = (step.Axis, step.Test) switch
            {
                (Axis.Self, NodeTest.AnyNode) => node,
                (Axis.Parent, NodeTest.AnyNode) => node?.Parent,
                (Axis.Child, NodeTest.Name) => (node as Group)?.Children.FirstOrDefault(child => child.Name == step.Name),
                _ => null,
            };
        }

        return node;
    }
}
