using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>Numbers that a question itself gives for "don't know" and the like, in its label, its hint or a note beside it.</summary>
/// <remarks>
/// <c>Age (99 = don't know)</c> declares 99; <c>From 0 to 99</c> does not: words for no answer have to stand in the same text. Only numbers made of
/// one figure (88, 999) and 97, 98 with their like are looked for.
/// </remarks>
internal static partial class SpokenCodes
{
    /// <summary>The numbers with what they stand for.</summary>
    public static IEnumerable<(double Number, SpecialCode Kind)> Of(Question question) =>
        Texts(question).Where(t => t.AsSpan().ContainsAnyInRange('0', '9')).SelectMany(In);

    private static IEnumerable<(double Number, SpecialCode Kind)> In(string text)
    {
        var parts = text.Split([',', ';', '.', '/', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var kind = SpecialWords.SpokenOf(part);
            if (kind == SpecialCode.None) kind = SpecialWords.SpokenOf(text);
            if (kind == SpecialCode.None) continue;
            foreach (Match match in Code.Matches(part)) yield return (double.Parse(match.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), kind);
        }
    }

    private static IEnumerable<string> Texts(Question question)
    {
        foreach (var (_, text) in question.Label.All) yield return text;
        foreach (var (_, text) in question.Hint.All) yield return text;
        if (question.Parent is not { } group) yield break;
        var at = group.Children.IndexOf(question);
        foreach (var beside in (int[])[at - 1, at + 1])
            if (beside >= 0 && beside < group.Children.Length && group.Children[beside] is Question { Type: QuestionType.Note } note)
                foreach (var (_, text) in note.Label.All) yield return text;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_\-{])-?(6{2,6}|7{2,6}|8{2,6}|9{2,6}|9{1,5}[78])(?![\p{L}\p{N}_])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code { get; }
}
