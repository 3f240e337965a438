using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A row of the choices sheet.</summary>
/// <param name="Name">The code, as text: <c>01</c> is not <c>1</c>.</param>
/// <param name="Label">The label.</param>
/// <param name="Columns">Every other column of its row by header: filter columns and KoBo's own.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Choice(string Name, LocalText Label, FrozenDictionary<string, string> Columns, FormPlace Place);

/// <summary>A choice list, in the order of the sheet.</summary>
public sealed class ChoiceList
{
    private readonly FrozenDictionary<string, Choice> _byName;

    /// <summary>A list of choices.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="choices">Its rows in order; of two with one name the first is found by name.</param>
    public ChoiceList(string name, IEnumerable<Choice> choices)
    {
        Name = name;
        Choices = [.. choices];
        _byName = Choices.DistinctBy(c => c.Name, StringComparer.Ordinal).ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The list's name.</summary>
    public string Name { get; }

    /// <summary>The choices in order.</summary>
    public ImmutableArray<Choice> Choices { get; }

    /// <summary>Whether a name is in the list. Names are compared as text, case matters.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The choice of that name, or <see langword="null"/>.</summary>
    public Choice? Find(string name) => _byName.GetValueOrDefault(name);
}
