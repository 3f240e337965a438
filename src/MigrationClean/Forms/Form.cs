using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A questionnaire: one version of an XLSForm, as a tree in form order with every label in every language.</summary>
public sealed class Form
{
    private readonly FrozenDictionary<string, FormNode> _byPath;
    private readonly ILookup<string, FormNode> _byName;

    internal Form(Group root)
    {
        Root = root;
        Nodes = [.. Flatten(root)];
        _byPath = Nodes.DistinctBy(n => n.Path, StringComparer.Ordinal).ToFrozenDictionary(n => n.Path, StringComparer.Ordinal);
        _byName = Nodes.ToLookup(n => n.Name, StringComparer.Ordinal);
        Questions = [.. Nodes.OfType<Question>()];
        Repeats = [.. Nodes.OfType<Group>().Where(g => g.IsRepeat)];
    }

    /// <summary>The file's name as shown.</summary>
    public required string Source { get; init; }

    /// <summary><c>form_id</c>, or <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary><c>form_title</c>, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// <c>version</c> of the settings sheet; for asset JSON the version's uid. <see langword="null"/> if none.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>All ids by which a submission's <c>__version__</c> may name this version (KoBo uid, settings version).</summary>
    public ImmutableArray<string> VersionIds { get; init; } = [];

    /// <summary><c>default_language</c>, or <see langword="null"/>.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>The languages of its texts in order of first appearance, the default one first; <see langword="null"/> = texts without a language.</summary>
    public ImmutableArray<string?> Languages { get; init; } = [];

    /// <summary>Name of the root node, <c>data</c> unless the settings say otherwise.</summary>
    public string RootName => Root.Name;

    /// <summary>The expression that names each submission, or <see langword="null"/>.</summary>
    public FormExpression? InstanceName { get; init; }

    /// <summary>The settings row by canonical name.</summary>
    public FrozenDictionary<string, string> Settings { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>SHA-256 of the form's bytes, 64 lower-case hex digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Size of the form's file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The root; its children are the form.</summary>
    public Group Root { get; }

    /// <summary>All groups, repeats and questions in form order, without the root.</summary>
    public ImmutableArray<FormNode> Nodes { get; }

    /// <summary>All questions in form order, KoBo's structures expanded, <c>or_other</c> texts included.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>All repeats in form order, outer before inner.</summary>
    public ImmutableArray<Group> Repeats { get; }

    /// <summary>The choice lists by name.</summary>
    public FrozenDictionary<string, ChoiceList> Lists { get; init; } = FrozenDictionary<string, ChoiceList>.Empty;

    /// <summary>The lists of the <c>external_choices</c> sheet by name.</summary>
    public FrozenDictionary<string, ChoiceList> ExternalLists { get; init; } = FrozenDictionary<string, ChoiceList>.Empty;

    /// <summary>The files beside it.</summary>
    internal AttachedTables Attached { get; init; } = AttachedTables.None;

    /// <summary>The node at a path without root (<c>grp/vuln/age</c>), or <see langword="null"/>.</summary>
    public FormNode? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The nodes of a name, in form order: <c>${name}</c> needs exactly one.</summary>
    internal ImmutableArray<FormNode> NodesNamed(string name) => _byName[name].ToImmutableArray();

    private static IEnumerable<FormNode> Flatten(Group group)
    {
        foreach (var child in group.Children)
        {
            yield return child;
            if (child is not Group inner) continue;
            foreach (var node in Flatten(inner)) yield return node;
        }
    }
}
