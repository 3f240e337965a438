using System.Text.RegularExpressions;

namespace MigrationClean.Samples.Logic;

/// <summary>Cuts an expression of a form into tokens.</summary>
internal static partial class Tokens
{
    [GeneratedRegex(
        @"\s*(?<token>\$\{[^}]+\}|'[^']*'|[0-9]+(\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_-]*|<=|>=|!=|[<>=+*()\[\],.-])",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Token { get; }

    public static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var end = 0;
        foreach (Match match in Token.Matches(text))
        {
            if (match.Index != end) break;
            tokens.Add(match.Groups["token"].Value);
            end = match.Index + match.Length;
        }

        return end == text.Length ? tokens : throw new InvalidOperationException($"Cannot cut {text} after character {end}.");
    }
}
