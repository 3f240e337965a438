using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Answers of one question, of the rows that may be released and in their released order: what a method works on.</summary>
internal sealed record AnswerColumn
{
    /// <summary>The question's name, as the plan and the output have it.</summary>
    public required string Name { get; init; }

    /// <summary>The question in each form version that has it, newest first.</summary>
    public required ImmutableArray<Question> Versions { get; init; }

    /// <summary>Canonical answers.</summary>
    public required Column Values { get; init; }

    /// <summary>The newest version.</summary>
    public Question Question => Versions[0];

    /// <summary>Whether an answer is several choices joined by one blank.</summary>
    public bool IsSet => Question.Type.IsSelectMultiple() || Question.Type == QuestionType.Rank;

    /// <summary>The choices of all versions, in the order of the newest list; <see langword="null"/> where no list is known.</summary>
    public ChoiceNames? Choices { get; init; }

    /// <summary>The choices that a question offers over all its versions.</summary>
    public static ChoiceNames? ChoicesOf(ImmutableArray<Question> versions)
    {
        if (versions.Any(q => q.Type == QuestionType.Acknowledge)) return new([("OK", LocalText.Empty)]);
        if (versions.All(q => q.Choices is null)) return null;
        var choices = versions.SelectMany(q => q.Choices?.Choices ?? []).Select(c => (c.Name, c.Label));
        if (versions.Any(q => q.HasOrOther)) choices = choices.Append(("other", LocalText.Empty));
        return new([.. choices.DistinctBy(c => c.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>Names and labels of choices, in order.</summary>
internal sealed class ChoiceNames(ImmutableArray<(string Name, LocalText Label)> choices)
{
    private readonly FrozenSet<string> _names = choices.Select(c => c.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The choices in order.</summary>
    public ImmutableArray<(string Name, LocalText Label)> All { get; } = choices;

    /// <summary>Whether a name is among them.</summary>
    public bool Contains(string name) => _names.Contains(name);
}
