using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Logic;

/// <summary>What an expression reads, told from its paths without any submission.</summary>
/// <remarks>A path to a node that the form does not have is a fault (xpath §3).</remarks>
internal sealed class PathReads
{
    private readonly Form _form;
    private readonly FormNode _source;
    private readonly HashSet<FormNode> _reads = [];
    private readonly List<ExpressionError> _faults = [];

    private PathReads(Form form, FormNode source) => (_form, _source) = (form, source);

    /// <summary>Whether it looks into iterations or their order.</summary>
    public bool LooksIntoRepeats { get; private set; }

    /// <summary>Whether <c>today()</c> is called.</summary>
    public bool UsesToday { get; private set; }

    /// <summary>Whether <c>now()</c> is called.</summary>
    public bool UsesNow { get; private set; }

    /// <summary>Paths to nothing.</summary>
    public IReadOnlyList<ExpressionError> Faults => _faults;

    /// <summary>The nodes that its value depends on, in form order.</summary>
    public ImmutableArray<FormNode> Reads => [.. _form.Nodes.Where(_reads.Contains)];

    /// <summary>Looks through a bound tree.</summary>
    public static PathReads Of(Expression tree, Form form, FormNode source, bool isChoiceFilter)
    {
        var reads = new PathReads(form, source);
        reads.Visit(tree, isChoiceFilter ? null : [source]);
        return reads;
    }

    /// <summary>Visits a part; <paramref name="context"/> is what <c>.</c> may be, <see langword="null"/> for rows of a list or file.</summary>
    private void Visit(Expression tree, IReadOnlyCollection<FormNode>? context)
    {
        switch (tree)
        {
            case Expression.Path path:
                foreach (var node in Walk(path, context) ?? []) Read(node);
                break;
            case Expression.Call call:
                Note(call);
                foreach (var argument in call.Arguments)
                {
                    // Whether nodes are there, not what is in them: a question may ask for the position of its own iteration.
                    if (call.Name is "position" or "count" && argument is Expression.Path counted) _reads.UnionWith(Walk(counted, context) ?? []);
                    else Visit(argument, context);
                }

                break;
            default:
                foreach (var part in tree.Parts) Visit(part, context);
                break;
        }
    }

    private void Note(Expression.Call call)
    {
        UsesToday |= call.Name == "today";
        UsesNow |= call.Name != "today" && AllFunctions.Find(call.Name) is { UsesClock: true };
        LooksIntoRepeats |= call.Name is "position" or "last" or "indexed-repeat";
        if (call.Name is "once" || (call.Arguments.IsEmpty && call.Name is "string" or "number" or "string-length" or "normalize-space"))
            _reads.Add(_source);
    }

    private void Read(FormNode node)
    {
        _reads.Add(node);
        if (node is not Group group) return;
        foreach (var inner in group.Children) Read(inner);
    }

    private IReadOnlyCollection<FormNode>? Walk(Expression.Path path, IReadOnlyCollection<FormNode>? context)
    {
        if (path.Start is not (null or Expression.Call { Name: "current" }))
        {
            Visit(path.Start, context);
            WalkList(path.Steps);
            return null;
        }

        if (path is { Start: null, IsAbsolute: false } && context is null)
        {
            WalkList(path.Steps);
            return null;
        }

        var isAtDocument = path.IsAbsolute;
        IReadOnlyCollection<FormNode> nodes = path.IsAbsolute ? [_form.Root] : path.Start is null ? context! : [_source];
        foreach (var step in path.Steps)
        {
            if (isAtDocument && step is { Axis: Axis.Child, Test: NodeTest.Name } && step.Name == _form.RootName) isAtDocument = false;
            else nodes = Take(step, nodes, path);
            foreach (var predicate in step.Predicates) Visit(predicate, nodes);
            if (nodes.Count == 0) break;
        }

        return nodes;
    }

    // Rows of a list: their columns are not questions, but predicates may name some.
    private void WalkList(ImmutableArray<PathStep> steps)
    {
        foreach (var predicate in steps.SelectMany(s => s.Predicates)) Visit(predicate, null);
    }

    private IReadOnlyCollection<FormNode> Take(PathStep step, IReadOnlyCollection<FormNode> nodes, Expression.Path path)
    {
        switch (step)
        {
            case { Axis: Axis.Self }:
                return nodes;
            case { Axis: Axis.Parent }:
                return [.. nodes.Select(n => n.Parent ?? n).Distinct()];
            case { Axis: Axis.Attribute }:
                return [];
            case { Axis: Axis.Child, Test: NodeTest.Name }:
                var found = nodes.OfType<Group>().SelectMany(g => g.Children).Where(c => c.Name == step.Name).ToList();
                if (found.Count == 0 && !IsMeta(step, nodes)) _faults.Add(new("EXPR-06/path", step.Position, new FindingArgument("name", step.Name)));
                LooksIntoRepeats |= found.Any(n => n is Group { IsRepeat: true });
                return found;
            case { Axis: Axis.Child, Test: NodeTest.AnyName or NodeTest.AnyNode }:
                LooksIntoRepeats = true;
                return [.. nodes.OfType<Group>().SelectMany(g => g.Children)];
            default:
                // An axis that only browsers walk: whatever it may reach.
                LooksIntoRepeats = true;
                return path.Steps.IsEmpty ? [] : _form.Nodes;
        }
    }

    private bool IsMeta(PathStep step, IReadOnlyCollection<FormNode> nodes) =>
        step.Name is "meta" or "instanceID" or "instanceName" && (nodes.Count == 0 || nodes.Contains(_form.Root));
}
