using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Headers;

/// <summary>A choice of a question over all form versions.</summary>
/// <param name="Name">Its XML name.</param>
/// <param name="ByForm">The choice in each form version, <see langword="null"/> where the list does not have it.</param>
internal sealed record SurveyChoice(string Name, ImmutableArray<Choice?> ByForm)
{
    /// <summary>The choice in the newest version that has it: headers show its label.</summary>
    public Choice? Newest => ByForm.FirstOrDefault(c => c is not null);
}

/// <summary>One question over all form versions: what the columns of an export are led back to.</summary>
internal sealed class SurveyQuestion
{
    private readonly Lazy<ImmutableArray<SurveyChoice>> _choices;

    /// <summary>A question by its occurrence in each form version, newest first; at least one is there.</summary>
    public SurveyQuestion(string name, ImmutableArray<Question?> byForm)
    {
        Name = name;
        ByForm = byForm;
        NewestForm = byForm.IndexOf(byForm.First(q => q is not null));
        Newest = byForm[NewestForm]!;
        _choices = new(() => ChoicesOf(byForm));
    }

    /// <summary>Canonical name: the question's, or its path where the name occurs twice in its table.</summary>
    public string Name { get; }

    /// <summary>The question in each form version.</summary>
    public ImmutableArray<Question?> ByForm { get; }

    /// <summary>The question in the newest version that has it: header, type and group path come from there.</summary>
    public Question Newest { get; }

    /// <summary>Index of that version.</summary>
    public int NewestForm { get; }

    /// <summary>
    /// The choices of all versions as KoBo unites them: the oldest version's in its order, then those that were added (kobo-exports §8.2).
    /// Empty for what has no list.
    /// </summary>
    public ImmutableArray<SurveyChoice> Choices => _choices.Value;

    private static ImmutableArray<SurveyChoice> ChoicesOf(ImmutableArray<Question?> byForm)
    {
        List<string> names = [];
        foreach (var question in byForm.Reverse())
            if (question?.Choices is { } list) names.AddRange(list.Choices.Select(c => c.Name));

        return [.. names.Distinct(StringComparer.Ordinal).Select(name => new SurveyChoice(name, [.. byForm.Select(q => q?.Choices?.Find(name))]))];
    }
}
