using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Submissions.Logic;

/// <summary>A form as numbers, for walking: 0 is the document, 1 the root, then the form's nodes in form order.</summary>
internal sealed class FormShape
{
    /// <summary>Number of the root element.</summary>
    public const int Root = 1;

    private readonly FrozenDictionary<FormNode, int> _elements;

    /// <summary>The shape of a form.</summary>
    public FormShape(FormLogic logic)
    {
        Logic = logic;
        var form = logic.Form;
        Nodes = [form.Root, form.Root, .. form.Nodes];
        _elements = form.Nodes.Select((node, i) => (node, i)).ToFrozenDictionary(n => n.node, n => n.i + Root + 1);
        Repeats = [null, .. form.Repeats];
        Parents = [-1, 0, .. form.Nodes.Select(n => n.Parent!.Parent is null ? Root : _elements[n.Parent])];
        var tables = Repeats.Select((repeat, i) => (repeat, i)).Skip(1).ToDictionary(r => r.repeat!, r => r.i);
        TableOf = [0, 0, .. form.Nodes.Select(n => n is Group { IsRepeat: true } repeat ? tables[repeat] : n.Repeat is null ? 0 : tables[n.Repeat])];
        Types = [BindType.Text, BindType.Text, .. form.Nodes.Select(n => n is Question question ? TypeOf(question) : BindType.Text)];
        Children = [.. Enumerable.Range(0, Nodes.Length).Select(ChildrenOf)];
        ParentTables = [-1, .. form.Repeats.Select(r => TableOf[Parents[_elements[r]]])];
    }

    /// <summary>The form's rules.</summary>
    public FormLogic Logic { get; }

    /// <summary>The node of each element; the document's stands for nothing.</summary>
    public ImmutableArray<FormNode> Nodes { get; }

    /// <summary>Element of the parent; −1 for the document.</summary>
    public ImmutableArray<int> Parents { get; }

    /// <summary>The repeat of each table; the first is the main part.</summary>
    public ImmutableArray<Group?> Repeats { get; }

    /// <summary>Number of the table that the rows of an element are rows of; a repeat's are iterations of its own.</summary>
    public ImmutableArray<int> TableOf { get; }

    /// <summary>Number of the table around each table; −1 for the main part.</summary>
    public ImmutableArray<int> ParentTables { get; }

    /// <summary>How JavaRosa reads an element's text.</summary>
    public ImmutableArray<BindType> Types { get; }

    /// <summary>Elements below an element, by name.</summary>
    public ImmutableArray<FrozenDictionary<string, int>> Children { get; }

    /// <summary>Number of a node.</summary>
    public int ElementOf(FormNode node) => node.Parent is null ? Root : _elements[node];

    private FrozenDictionary<string, int> ChildrenOf(int element)
    {
        if (element == 0) return new Dictionary<string, int>(StringComparer.Ordinal) { [Nodes[Root].Name] = Root }.ToFrozenDictionary(StringComparer.Ordinal);
        if (Nodes[element] is not Group group) return FrozenDictionary<string, int>.Empty;
        return group.Children.DistinctBy(c => c.Name, StringComparer.Ordinal).ToFrozenDictionary(c => c.Name, c => _elements[c], StringComparer.Ordinal);
    }

    private static BindType TypeOf(Question question) => question.Type switch
    {
        QuestionType.Integer or QuestionType.Percentage => BindType.Integer,
        QuestionType.Decimal => BindType.Decimal,
        QuestionType.Range => question.Parameters.Values.Any(p => p.Contains('.', StringComparison.Ordinal)) ? BindType.Decimal : BindType.Integer,
        QuestionType.Date or QuestionType.Today => BindType.Date,
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => BindType.DateTime,
        QuestionType.Time => BindType.Time,
        _ => BindType.Text,
    };
}
