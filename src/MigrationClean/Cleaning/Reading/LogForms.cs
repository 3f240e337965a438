using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks.Texts;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Reading;

/// <summary>What the form's versions know of the questions that a log names.</summary>
/// <param name="forms">The versions, newest first; none for a log that is read without its form.</param>
internal sealed class LogForms(ImmutableArray<Form> forms)
{
    private static readonly FrozenSet<string> NoQuestions = FrozenSet<string>.Empty;

    private readonly ILookup<string, Question> _byName = forms.SelectMany(f => f.Questions).ToLookup(q => q.Name, StringComparer.Ordinal);
    private readonly ILookup<string, Question> _byPath = forms.SelectMany(f => f.Questions).ToLookup(q => q.Path, StringComparer.Ordinal);
    private readonly Dictionary<Question, OtherQuestion?> _pairs = [];

    /// <summary>Whether there is no form.</summary>
    public bool AreNone => forms.IsEmpty;

    /// <summary>All names of questions, for "did you mean".</summary>
    public IEnumerable<string> Names => forms.IsEmpty ? NoQuestions : forms.SelectMany(f => f.Questions).Select(q => q.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The question of a name or path, or <see langword="null"/>; where one name stands in several tables that of the table.</summary>
    /// <param name="name">As the log has it.</param>
    /// <param name="table">Name or path of the repeat; <see langword="null"/> = not said.</param>
    public Question? Find(string name, string? table = null)
    {
        if (_byPath[name].FirstOrDefault() is { } exact && name.Contains('/', StringComparison.Ordinal)) return exact;
        var named = _byName[name];
        return named.FirstOrDefault(q => table is not null && (q.Repeat?.Path == table || q.Repeat?.Name == table)) ?? named.FirstOrDefault();
    }

    /// <summary>The select_multiple and the choice that <c>parent/option</c> or <c>parent.option</c> names, or <see langword="null"/>.</summary>
    public (Question Parent, string Choice)? FindChild(string name, string? table = null)
    {
        // Names and choices may hold points themselves: the form says where one ends.
        for (var at = 1; at < name.Length - 1; at++)
        {
            if (name[at] is not ('/' or '.')) continue;
            if (Find(name[..at], table) is { } parent && parent.Type.IsSelectMultiple() && (parent.Choices is null || parent.Choices.Contains(name[(at + 1)..])))
                return (parent, name[(at + 1)..]);
        }

        return null;
    }

    /// <summary>The question that an other text belongs to, or <see langword="null"/>. Worked out once.</summary>
    public OtherQuestion? PairOf(Question text)
    {
        if (!_pairs.TryGetValue(text, out var pair)) _pairs.Add(text, pair = OtherQuestion.Of(forms.First(f => f.Questions.Contains(text)), text, [], isKnown: true));
        return pair;
    }
}
