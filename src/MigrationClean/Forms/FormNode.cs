using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A row of the survey sheet that stays in the submission: a group, a repeat or a question.</summary>
public abstract class FormNode
{
    private protected FormNode(string name, Group? parent)
    {
        Name = name;
        Parent = parent;
        Path = parent is null or { Parent: null } ? name : $"{parent.Path}/{name}";
        Repeat = parent is null ? null : parent.IsRepeat ? parent : parent.Repeat;
    }

    /// <summary>The name in the form; for KoBo's own structures the expanded one (<c>stock_tarp_have</c>).</summary>
    public string Name { get; }

    /// <summary>The enclosing group or repeat; <see langword="null"/> for the root alone.</summary>
    public Group? Parent { get; }

    /// <summary>Names from the root down, without the root: <c>grp/vuln/age</c>.</summary>
    public string Path { get; }

    /// <summary>The nearest enclosing repeat; <see langword="null"/> in the main part.</summary>
    public Group? Repeat { get; }

    /// <summary>Where its row stands in the form.</summary>
    public required FormPlace Place { get; init; }

    /// <summary>Its row with structures written out; <see langword="null"/> where no row gave it: the root, and the text that <c>or_other</c> makes.</summary>
    internal SurveyRow? Row { get; init; }

    /// <summary>Its label.</summary>
    public LocalText Label { get; init; } = LocalText.Empty;

    /// <summary>Its own relevance (that of enclosing groups applies as well), or <see langword="null"/>.</summary>
    public FormExpression? Relevant { get; init; }

    /// <summary>The appearance column as written, or "".</summary>
    public string Appearance { get; init; } = "";

    /// <summary>Whether it or an enclosing group has a relevance.</summary>
    public bool IsConditional => Relevant is not null || (Parent?.IsConditional ?? false);

    /// <summary>Ancestors from the outermost below the root to the nearest; groups and repeats.</summary>
    public IEnumerable<Group> Ancestors => Parent is null or { Parent: null } ? [] : Parent.Ancestors.Append(Parent);
}

/// <summary>A group, a repeat, or the root.</summary>
public sealed class Group : FormNode
{
    private ImmutableArray<FormNode> _children = [];

    internal Group(string name, Group? parent, bool isRepeat)
        : base(name, parent) => IsRepeat = isRepeat;

    /// <summary>Whether it is a repeat: a table of its own.</summary>
    public bool IsRepeat { get; }

    /// <summary>The number of iterations, or <see langword="null"/>. Repeats only.</summary>
    public FormExpression? RepeatCount { get; init; }

    /// <summary>Its groups and questions in form order.</summary>
    public ImmutableArray<FormNode> Children => _children;

    /// <summary>Gives the group its children, once: they need it as their parent before it can hold them.</summary>
    internal void Fill(IEnumerable<FormNode> children) => _children = [.. children];
}
