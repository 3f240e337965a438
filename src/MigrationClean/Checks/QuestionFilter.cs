using System.Collections.Immutable;
using System.IO.Enumeration;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>The key <c>questions</c> of a check: which questions it looks at.</summary>
public sealed record QuestionFilter
{
    /// <summary>All questions that the check can judge.</summary>
    public static QuestionFilter All { get; } = new();

    /// <summary>Names or paths, <c>*</c> for any letters; empty = all.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Names or paths, <c>*</c> for any letters; wins over <see cref="Include"/>.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Whether the check shall look at a question.</summary>
    public bool Takes(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return (Include.IsEmpty || Include.Any(p => IsNamed(p, question))) && !Exclude.Any(p => IsNamed(p, question));
    }

    /// <summary>Refuses names that no form has. A pattern may find nothing.</summary>
    /// <exception cref="Diagnostics.InputException"><c>settings/question-unknown</c>.</exception>
    internal void RefuseUnknown(IEnumerable<Form> forms)
    {
        if (Include.IsEmpty && Exclude.IsEmpty) return;
        var questions = forms.SelectMany(f => f.Questions).ToList();
        foreach (var name in Include.Concat(Exclude))
            if (!name.Contains('*') && !questions.Exists(q => IsNamed(name, q))) throw UnknownName.Of("question", "questions", name, questions.Select(q => q.Name));
    }

    private static bool IsNamed(string pattern, Question question) =>
        FileSystemName.MatchesSimpleExpression(pattern, question.Name, ignoreCase: false) || FileSystemName.MatchesSimpleExpression(pattern, question.Path, ignoreCase: false);
}
