using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Checks.Texts;

namespace MigrationClean.Anonymisation.PersonalData;

/// <summary>Kinds of personal data that a text can hold anywhere, and how each is told.</summary>
/// <remarks>
/// A telephone number has 7 to 15 digits and begins like one, or has nine digits at least and is no date and no written amount. A personal number has 14 digits, the
/// first of which is 1 or 2. Source: cleaning §4.12.
/// </remarks>
internal static partial class PersonalContent
{
    private const int FewestDigits = 7;
    private const int CertainDigits = 9;
    private const int MostDigits = 15;

    /// <summary>The kinds, by the variant of their message.</summary>
    public static ImmutableArray<(string Name, Func<string, bool> IsIn)> Kinds { get; } =
    [
        ("phone", HasPhone),
        ("mail", text => text.Contains('@', StringComparison.Ordinal) && Mail.IsMatch(text)),
        ("coordinates", text => text.Contains('.', StringComparison.Ordinal) && Coordinates.IsMatch(text)),
        ("number", text => text.Length >= 14 && PersonalNumber.IsMatch(text)),
    ];

    private static bool HasPhone(string text)
    {
        if (text.Count(char.IsAsciiDigit) < FewestDigits) return false;
        foreach (Match match in Digits.Matches(text))
        {
            var part = match.Value;
            var digits = part.Count(char.IsAsciiDigit);
            if (digits is < FewestDigits or > MostDigits || Date.IsMatch(part) || PersonalNumber.IsMatch(part) || Coordinates.IsMatch(part)) continue;
            var beginsLikeOne = part[0] is '+' or '0' || part.StartsWith("996", StringComparison.Ordinal);
            if (beginsLikeOne || (digits >= CertainDigits && (part.All(char.IsAsciiDigit) || WrittenNumber.Canonical(part) is null))) return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,])[+(]{0,2}\d([\s\-.()/]{0,2}\d)+(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"^(\d{1,2}[.\-/ ]\d{1,2}[.\-/ ]\d{2,4}|(19|20)\d{2}[.\-/]\d{1,2}[.\-/]\d{1,2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+\.\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail { get; }

    [GeneratedRegex(@"(?<!\d)-?\d{1,2}\.\d{4,}[°\s,;]+-?\d{1,3}\.\d{4,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coordinates { get; }

    [GeneratedRegex(@"(?<!\d)[12]\d{13}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonalNumber { get; }
}
