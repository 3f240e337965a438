using System.Text;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>Cuts names and labels into words and looks for cue words among them: how checks find a question that nobody named.</summary>
internal static class QuestionWords
{
    /// <summary>
    /// Whole words in lower case, <c>ё</c> as <c>е</c>; camel case is split. A reference <c>${question}</c> is left out: its words are another question's.
    /// </summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var before = ' ';
        var isReference = false;
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            if (letter == '{' && before == '$') isReference = true;
            var isLetter = char.IsLetterOrDigit(letter) && !isReference;
            if (letter == '}') isReference = false;
            if (word.Length > 0 && (!isLetter || (char.IsUpper(letter) && char.IsLower(before))))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isLetter) word.Append(char.ToLowerInvariant(letter) is 'ё' ? 'е' : char.ToLowerInvariant(letter));
            before = letter;
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary>Whether a cue is among the words. <c>рожд*</c> is the beginning of a word, others are whole.</summary>
    public static bool HasCue(List<string> words, string[] cues) => words.Any(word => cues.Any(cue =>
        cue.EndsWith('*') ? word.StartsWith(cue[..^1], StringComparison.Ordinal) : word == cue));

    /// <summary>Whether the question's name or one of its labels has a cue.</summary>
    public static bool Says(Question question, string[] cues) =>
        question.Label.All.Select(l => l.Text).Append(question.Name).Any(text => HasCue(Of(text), cues));
}
