using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Everything that <c>${…}</c> can mean: the names of the form, with what bears them (xlsform §8).</summary>
internal sealed class NameTable
{
    private readonly ILookup<string, FormNode> _nodes;
    private readonly HashSet<string> _others;
    private readonly Dictionary<string, string?> _near = new(StringComparer.Ordinal);

    /// <summary>The names of a form.</summary>
    /// <param name="nodes">All groups and questions.</param>
    /// <param name="others">Names that no node bears and a reference may use all the same.</param>
    public NameTable(IEnumerable<FormNode> nodes, IEnumerable<string> others)
    {
        _nodes = nodes.Where(n => n.Name.Length > 0).ToLookup(n => n.Name, StringComparer.Ordinal);
        _others = new(others, StringComparer.Ordinal);
    }

    /// <summary>All names in form order, for "did you mean".</summary>
    public IEnumerable<string> All => _nodes.Select(n => n.Key);

    /// <summary>The name that was probably meant, or <see langword="null"/>.</summary>
    public string? Near(string name)
    {
        if (!_near.TryGetValue(name, out var near)) _near[name] = near = Nearest.To(name, All);
        return near;
    }

    /// <summary>Whether the form has the name.</summary>
    public bool Has(string name) => _nodes.Contains(name) || _others.Contains(name);

    /// <summary>What bears the name: none, one, or more than a reference can tell apart.</summary>
    public IReadOnlyList<FormNode> Find(string name) => [.. _nodes[name]];

    /// <summary>The one node of that name, else <see langword="null"/>.</summary>
    public FormNode? One(string name) => _nodes[name].Take(2).ToArray() is [var one] ? one : null;
}
