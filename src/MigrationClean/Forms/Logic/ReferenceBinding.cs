using System.Collections.Immutable;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Forms.Logic;

/// <summary>Turns <c>${name}</c> into the path that the converter would write.</summary>
/// <remarks>Source: xlsform §8.</remarks>
internal sealed class ReferenceBinding
{
    private readonly Form _form;
    private readonly FormNode _source;
    private readonly bool _isFilter;
    private readonly bool _hasInstance;
    private readonly ImmutableArray<Group> _around;
    private readonly List<ExpressionError> _faults = [];

    private ReferenceBinding(Form form, FormNode source, bool isFilter, bool hasInstance, bool isInRow)
    {
        _form = form;
        _source = source;
        _isFilter = isFilter;
        _hasInstance = hasInstance;
        _around = [.. isInRow && source is Group group ? source.Ancestors.Append(group) : source.Ancestors];
    }

    /// <summary>The tree with paths for references. A reference to nothing, or to a name that occurs twice, stays and is a fault.</summary>
    /// <param name="tree">The tree as parsed.</param>
    /// <param name="form">The form.</param>
    /// <param name="source">The node whose rule it is.</param>
    /// <param name="isChoiceFilter">Whether the context is a row of a list.</param>
    /// <param name="faults">Unknown and ambiguous names with their places.</param>
    /// <param name="isInRow">Whether a repeat as <paramref name="source"/> is one of its iterations, and not what stands before them.</param>
    public static Expression Bind(
        Expression tree, Form form, FormNode source, bool isChoiceFilter, out ImmutableArray<ExpressionError> faults, bool isInRow = false)
    {
        var binding = new ReferenceBinding(form, source, isChoiceFilter, tree.All.Any(e => e is Expression.Call { Name: "instance" }), isInRow);
        var bound = binding.Visit(tree, inPredicate: false, absolute: false);
        faults = [.. binding._faults.OrderBy(f => f.Position)];
        return bound;
    }

    private Expression Visit(Expression tree, bool inPredicate, bool absolute) => tree switch
    {
        Expression.Negation negation => negation with { Operand = Visit(negation.Operand, inPredicate, absolute) },
        Expression.Binary binary => binary with
        {
            Left = Visit(binary.Left, inPredicate, absolute),
            Right = Visit(binary.Right, inPredicate, absolute),
        },
        Expression.Call call => call with { Arguments = Arguments(call, inPredicate, absolute) },
        Expression.Filtered filtered => Filtered(filtered, inPredicate, absolute),
        Expression.Path path => Path(path, inPredicate, absolute),
        Expression.Reference reference => Resolve(reference, inPredicate, absolute),
        Expression.Literal literal => literal.Text.Contains("${", StringComparison.Ordinal) ? Replaced(literal, inPredicate, absolute) : literal,
        _ => tree,
    };

    private ImmutableArray<Expression> Arguments(Expression.Call call, bool inPredicate, bool absolute)
    {
        // indexed-repeat(field, repeat, index, repeat, index …): field and repeats are absolute, indexes are not.
        var isIndexed = call.Name == "indexed-repeat";
        return [.. call.Arguments.Select((a, i) => call.Name == "jr:choice-name" && i == 1 && Quoted(a) is { } reference
            ? Visit(reference, inPredicate, absolute)
            : Visit(a, inPredicate, isIndexed ? i == 0 || i % 2 == 1 : absolute))];
    }

    /// <summary>The reference between quotes, which the converter turns into the text of a path: <c>jr:choice-name(${sex}, '${sex}')</c>.</summary>
    private static Expression.Reference? Quoted(Expression argument) =>
        argument is Expression.Literal literal && Parser.Parse(literal.Text, out _) is Expression.Reference reference
            ? reference with { Position = literal.Position, End = literal.End }
            : null;

    /// <summary>
    /// The converter replaces in the text of the cell, quotes or not: a text that holds <c>${name}</c> holds a path afterwards, with a blank on
    /// both sides.
    /// </summary>
    private Expression.Literal Replaced(Expression.Literal literal, bool inPredicate, bool absolute)
    {
        var (text, done) = (new StringBuilder(), 0);
        foreach (var found in FormReference.In(literal.Text).Where(r => !r.IsMalformed))
        {
            var position = literal.Position + 1 + found.Position;
            var reference = new Expression.Reference(found.Name, found.IsLastSaved) { Position = position, End = position + found.Text.Length };
            if (Resolve(reference, inPredicate, absolute) is not Expression.Path path) continue;
            text.Append(literal.Text, done, found.Position - done).Append(' ').Append(TextOf(path)).Append(' ');
            done = found.Position + found.Text.Length;
        }

        return literal with { Text = text.Append(literal.Text, done, literal.Text.Length - done).ToString() };
    }

    private static string TextOf(Expression.Path path)
    {
        var start = path.Start switch
        {
            Expression.Call { Name: "current" } => "current()/",
            Expression.Call { Arguments: [Expression.Literal id] } => $"instance('{id.Text}')/",
            _ => path.IsAbsolute ? "/" : "",
        };
        return start + string.Join('/', path.Steps.Select(step => step.Axis == Axis.Parent ? ".." : step.Name));
    }

    private Expression Filtered(Expression.Filtered filtered, bool inPredicate, bool absolute)
    {
        var predicates = Predicates(filtered.Predicates);
        var primary = Visit(filtered.Primary, inPredicate, absolute);
        if (filtered.Primary is not Expression.Reference || primary is not Expression.Path { Steps.IsEmpty: false } path)
            return filtered with { Primary = primary, Predicates = predicates };
        return path with { Steps = path.Steps.SetItem(path.Steps.Length - 1, path.Steps[^1] with { Predicates = predicates }), End = filtered.End };
    }

    private Expression.Path Path(Expression.Path path, bool inPredicate, bool absolute)
    {
        var steps = path.Steps.Select(s => s with { Predicates = Predicates(s.Predicates) }).ToImmutableArray();
        if (path.Start is null) return path with { Steps = steps };
        var start = Visit(path.Start, inPredicate, absolute);
        var joins = path.Start is Expression.Reference or Expression.Filtered { Primary: Expression.Reference };
        return joins && start is Expression.Path inner
            ? inner with { Steps = inner.Steps.AddRange(steps), End = path.End }
            : path with { Start = start, Steps = steps };
    }

    private ImmutableArray<Expression> Predicates(ImmutableArray<Expression> predicates) =>
        [.. predicates.Select(p => Visit(p, inPredicate: true, absolute: false))];

    private Expression Resolve(Expression.Reference reference, bool inPredicate, bool absolute)
    {
        if (reference.Name == "instanceID") return Absolute(reference, ["meta", "instanceID"]);
        var targets = _form.NodesNamed(reference.Name);
        if (targets.Length != 1)
        {
            _faults.Add(new(targets.IsEmpty ? "EXPR-06/reference" : "EXPR-06/ambiguous", reference.Position, new FindingArgument("name", reference.Name)));
            return reference;
        }

        var target = targets[0];
        if (reference.IsLastSaved) return LastSaved(reference, target);
        if (_isFilter && ChoiceRepeat is { } row && target.Ancestors.Contains(row)) return InRow(reference, row, target);
        if (absolute || SharedRepeat(target) is null) return Absolute(reference, target.Path.Split('/'));

        var common = CommonGroup(target);
        var up = Depth(_source) - Depth(common);
        var down = target.Path.Split('/').Skip(Depth(common));
        var start = _isFilter || (inPredicate && _hasInstance) ? Call(reference, "current", []) : null;
        return new Expression.Path(
            start, false, [.. Enumerable.Repeat(PathStep.Up(reference.Position), up), .. down.Select(n => PathStep.Down(n, reference.Position))])
        {
            Position = reference.Position,
            End = reference.End,
        };
    }

    private Expression.Path Absolute(Expression.Reference reference, IEnumerable<string> names) =>
        new(null, true, [.. names.Prepend(_form.RootName).Select(n => PathStep.Down(n, reference.Position))])
        {
            Position = reference.Position,
            End = reference.End,
        };

    private Expression.Path LastSaved(Expression.Reference reference, FormNode target)
    {
        var id = new Expression.Literal("__last-saved") { Position = reference.Position, End = reference.End };
        return Absolute(reference, target.Path.Split('/')) with { Start = Call(reference, "instance", [id]), IsAbsolute = false };
    }

    /// <summary>The repeat whose answers are the choices: a row of the list is an iteration (xlsform §8, number 5).</summary>
    private Group? ChoiceRepeat => _source is Question { Type: QuestionType.SelectOneFromRepeat, ListName: { } list }
        && Parser.Parse(list, out _) is Expression.Reference { Name: var name } && _form.NodesNamed(name) is [var asked] ? asked.Repeat : null;

    private static Expression.Path InRow(Expression.Reference reference, Group row, FormNode target) =>
        new(null, false, [.. target.Path.Split('/').Skip(Depth(row)).Select(n => PathStep.Down(n, reference.Position))])
        {
            Position = reference.Position,
            End = reference.End,
        };

    private static Expression.Call Call(Expression.Reference reference, string name, ImmutableArray<Expression> arguments) =>
        new(name, arguments) { Position = reference.Position, End = reference.End };

    /// <summary>The innermost repeat around both, or <see langword="null"/>.</summary>
    private Group? SharedRepeat(FormNode target) => _around.Intersect(target.Ancestors).LastOrDefault(g => g.IsRepeat);

    /// <summary>The innermost group or repeat around both.</summary>
    private Group CommonGroup(FormNode target) => _around.Intersect(target.Ancestors).LastOrDefault() ?? _form.Root;

    private static int Depth(FormNode node) => node.Parent is null ? 0 : node.Ancestors.Count() + 1;
}
