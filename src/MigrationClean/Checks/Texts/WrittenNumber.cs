using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrationClean.Checks.Texts;

/// <summary>Numbers as people write them: <c>1,228</c>, <c>67 330</c>, <c>89,43</c>, <c>1.228,5</c>.</summary>
/// <remarks>
/// A mark followed by exactly three digits, and no digits after, groups thousands; any other single comma or point is the decimal mark. A blank
/// groups only between groups of three. <c>1,228 100</c> is no number: comma and blank are not both grouping marks.
/// </remarks>
internal static partial class WrittenNumber
{
    /// <summary>The number in canonical form (<c>1228</c>, <c>89.43</c>), or <see langword="null"/> if the text is none.</summary>
    public static string? Canonical(string text)
    {
        var match = Pattern.Match(text.Trim());
        if (!match.Success) return null;
        var whole = match.Groups["whole"].Value;
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        var part = match.Groups["part"].Value;
        if (!decimal.TryParse(part.Length > 0 ? $"{digits}.{part}" : digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return (match.Groups["sign"].Value is "-" or "−" ? -number : number).ToString("0.############################", CultureInfo.InvariantCulture);
    }

    // Alternatives in this order: groups by one and the same mark, then plain digits.
    [GeneratedRegex(
        @"^(?<sign>[-+−]?)(?:(?<whole>[0-9]{1,3}(?<mark>[,. '’\u00A0\u202F])[0-9]{3}(?:\k<mark>[0-9]{3})*)(?:(?!\k<mark>)[.,](?<part>[0-9]+))?|(?<whole>[0-9]+)(?:[.,](?<part>[0-9]+))?)$",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern { get; }
}
