using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Logic;

/// <summary>All rules of a form, bound and compiled, and the order in which relevance and calculations are found.</summary>
/// <remarks>A rule that does not parse makes only its own checks unavailable. O(expressions · their length). Source: xlsform §8, §9, §13.</remarks>
internal sealed class FormLogic
{
    private readonly Dictionary<(FormNode Node, LogicColumn Column), BoundExpression> _rules = [];

    private FormLogic(Form form) => Form = form;

    /// <summary>The form.</summary>
    public Form Form { get; }

    /// <summary>The rules in form order.</summary>
    public ImmutableArray<BoundExpression> Rules { get; private set; } = [];

    /// <summary>Nodes in the order in which relevance and values are found: what a node depends on comes first.</summary>
    public ImmutableArray<FormNode> Order { get; private set; } = [];

    /// <summary>Rings of rules that depend on themselves, each in the order of dependence.</summary>
    public ImmutableArray<ImmutableArray<FormNode>> Cycles { get; private set; } = [];

    /// <summary>Binds and compiles all rules of a form.</summary>
    public static FormLogic Of(Form form)
    {
        var logic = new FormLogic(form);
        var rules = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (var node in form.Nodes)
            foreach (var (column, written) in Written(node))
            {
                var rule = Bind(form, node, column, written);
                logic._rules.Add((node, column), rule);
                rules.Add(rule);
            }

        logic.Rules = rules.ToImmutable();
        (logic.Order, logic.Cycles) = DependencyOrder.Of(logic);
        return logic;
    }

    /// <summary>The rule of a node, or <see langword="null"/>.</summary>
    public BoundExpression? Find(FormNode node, LogicColumn column) => _rules.GetValueOrDefault((node, column));

    private static IEnumerable<(LogicColumn Column, FormExpression Written)> Written(FormNode node)
    {
        if (node.Relevant is { } relevant) yield return (LogicColumn.Relevant, relevant);
        if (node is Group { RepeatCount: { } count }) yield return (LogicColumn.RepeatCount, count);
        if (node is not Question question) yield break;
        if (question.Required is { } required) yield return (LogicColumn.Required, required);
        if (question.Constraint is { } constraint) yield return (LogicColumn.Constraint, constraint);
        if (question.Calculation is { } calculation) yield return (LogicColumn.Calculation, calculation);
        if (question.ChoiceFilter is { } filter) yield return (LogicColumn.ChoiceFilter, filter);
    }

    /// <summary>Binds a rule that a person wrote for checking; a blank operand makes it unknown (<see cref="ThreeValuedCompiler"/>).</summary>
    /// <param name="form">The form.</param>
    /// <param name="node">The question that is <c>.</c>; a repeat for its iterations, the root for submissions.</param>
    /// <param name="written">The expression.</param>
    public static BoundExpression BindCheck(Form form, FormNode node, FormExpression written) => Bind(form, node, LogicColumn.Check, written);

    private static BoundExpression Bind(Form form, FormNode node, LogicColumn column, FormExpression written)
    {
        var isFilter = column == LogicColumn.ChoiceFilter;
        if (Parser.Parse(written.Text, out var error) is not { } parsed) return new() { Node = node, Column = column, Written = written, Faults = [error!] };
        var tree = ReferenceBinding.Bind(parsed, form, node, isFilter, out var unbound, isInRow: column == LogicColumn.Check);
        var reads = PathReads.Of(tree, form, node, isFilter);
        var faults = unbound.Concat(reads.Faults).Concat(Compiler.Faults(tree)).OrderBy(f => f.Position).ToImmutableArray();
        return new()
        {
            Node = node,
            Column = column,
            Written = written,
            Tree = tree,
            Operation = !faults.IsEmpty ? null : column == LogicColumn.Check ? ThreeValuedCompiler.Compile(tree) : Compiler.Compile(tree),
            Faults = faults,
            Reads = reads.Reads,
            LooksIntoRepeats = reads.LooksIntoRepeats,
            UsesToday = reads.UsesToday,
            UsesNow = reads.UsesNow,
            UsesLabels = tree.All.Any(e => e is Expression.Call { Name: "jr:choice-name" or "jr:itext" }),
        };
    }
}
