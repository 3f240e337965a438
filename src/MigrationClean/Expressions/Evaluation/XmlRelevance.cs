namespace MigrationClean.Expressions.Evaluation;

/// <summary>Which nodes of an <see cref="XmlInstance"/> JavaRosa sees: those that are relevant, with everything above them. Judged once a node.</summary>
internal sealed class XmlRelevance
{
    private readonly XmlTree _tree;
    private readonly Operation?[] _expressions;
    private readonly State[] _states;

    /// <summary>By path, without iteration numbers.</summary>
    public XmlRelevance(XmlTree tree, IReadOnlyDictionary<string, Operation> expressions)
    {
        _tree = tree;
        _expressions = [.. tree.Paths.Select(path => expressions.GetValueOrDefault(path))];
        _states = new State[tree.Count];
    }

    private enum State : byte
    {
        Unknown,
        InWork,
        Visible,
        Hidden,
    }

    /// <summary>Whether a node is relevant. An expression that has no value hides nothing; one that asks for itself is taken as open.</summary>
    public bool IsRelevant(in Node node, EvaluationContext context)
    {
        for (var at = node.Element; at > 0; at = _tree.Parents[at])
            if (!IsOpen(node with { Element = at }, context)) return false;
        return true;
    }

    private bool IsOpen(in Node node, EvaluationContext context)
    {
        if (_expressions[_tree.PathIds[node.Element]] is not { } expression) return true;
        ref var state = ref _states[node.Element];
        if (state == State.Unknown)
        {
            state = State.InWork;
            var value = context.EvaluateAt(node, expression);
            state = !value.IsFailure && !value.Boolean ? State.Hidden : State.Visible;
        }

        return state != State.Hidden;
    }
}
