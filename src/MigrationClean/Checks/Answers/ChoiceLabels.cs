using MigrationClean.Forms;

namespace MigrationClean.Checks.Answers;

/// <summary>Leads a cell that holds labels, or names in other letters' case, back to the names of the choices.</summary>
internal static class ChoiceLabels
{
    private const int LongestCell = 500;

    /// <summary>
    /// The names that were meant, joined by blanks, if there is exactly one way to read the cell; else <see langword="null"/>.
    /// </summary>
    /// <remarks>
    /// Names and labels may be mixed, in any language of the form, without regard to case. Cells above 500 letters are not read.
    /// </remarks>
    public static string? NamesFor(string text, Question question)
    {
        if (question.Choices is not { } list || text.Length > LongestCell) return null;
        var several = question.Type.IsSelectMultiple() || question.Type == QuestionType.Rank;
        var ways = new List<string>?[text.Length + 1];
        ways[0] = [""];
        for (var start = 0; start < text.Length; start++)
        {
            if (ways[start] is not { } before) continue;
            if (text[start] == ' ') Add(ways, start + 1, before);
            else if (start == 0 || text[start - 1] == ' ') Continue(ways, before, text, start, list, several);
        }

        return ways[text.Length] is [var only] ? only.TrimStart() : null;
    }

    private static void Continue(List<string>?[] ways, List<string> before, string text, int start, ChoiceList list, bool several)
    {
        foreach (var choice in list.Choices)
            foreach (var spelling in choice.Label.All.Select(l => l.Text.Trim()).Append(choice.Name).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                var end = start + spelling.Length;
                if (spelling.Length == 0 || !text.AsSpan(start).StartsWith(spelling, StringComparison.OrdinalIgnoreCase)) continue;
                if (end < text.Length && text[end] != ' ') continue;
                if (!several && (text[end..].Trim().Length > 0 || text[..start].Trim().Length > 0)) continue;
                Add(ways, end, [.. before.Select(b => $"{b} {choice.Name}")]);
            }
    }

    // Three ways are as ambiguous as three thousand.
    private static void Add(List<string>?[] ways, int at, List<string> found) =>
        ways[at] = [.. (ways[at] ?? []).Concat(found).Distinct(StringComparer.Ordinal).Take(3)];
}
