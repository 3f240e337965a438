namespace MigrationClean.Anonymisation.Plan;

/// <summary>Tells an age from other numbers of years: only ages get age bands.</summary>
/// <remarks>The Kyrgyz stem <c>жаш*</c> of the cue table covers "to live" (<c>жашайт</c>) as well; here only forms of "age" count.</remarks>
internal static class AgeWords
{
    private static readonly Cue[] Ages =
    [
        new("age"), new("ages"), new("возраст*"), new("сколько вам лет"), new("сколько ему лет"), new("сколько ей лет"), new("полных лет"),
        new("жаш"), new("жашы"), new("жашыңыз"), new("жашта"), new("жаштасыз"), new("курагы*"),
    ];

    private static readonly Cue[] Children = [new("child"), new("children"), new("kids"), new("дет*"), new("ребен*"), new("бала*")];

    /// <summary>Whether name or label speak of somebody's age.</summary>
    public static bool IsAge(AskedQuestion question) => Says(question, Ages);

    /// <summary>Whether name or label speak of children.</summary>
    public static bool IsAboutChildren(AskedQuestion question) => Says(question, Children);

    private static bool Says(AskedQuestion question, Cue[] cues)
    {
        foreach (var text in question.Versions.SelectMany(q => q.Label.All.Select(t => t.Text)).Append(question.Newest.Name))
        {
            var tokens = CueText.Tokens(text);
            for (var at = 0; at < tokens.Length; at++)
                if (cues.Any(c => c.Matches(tokens, at))) return true;
        }

        return false;
    }
}
