using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>The words that an appearance may hold, with Collect or with web forms.</summary>
/// <remarks>
/// Compared with xlsform §2 and §12, with the constants of Collect, and with the list of Enketo's form validator; the last group stands in none of
/// them and is let through, as a wrong advice is worse than none. Case is no difference to the clients.
/// </remarks>
internal static partial class Appearances
{
    /// <summary>The words.</summary>
    public static readonly FrozenSet<string> Known = (
        // texts and numbers
        "multiline url numbers thousands-sep counter masked hidden-answer bearing distress rating analog-scale vertical no-ticks picker printer "
        // selects and ranks
        + "minimal autocomplete search quick compact quickcompact horizontal horizontal-compact columns columns-pack no-buttons "
        + "image-map map label list list-nolabel likert "
        // dates
        + "no-calendar month-year year ethiopian coptic islamic bikram-sambat myanmar persian buddhist "
        // places
        + "maps placement-map streets satellite terrain hide-input "
        // media
        + "new new-front new-rear front selfie annotate draw signature "
        // groups
        + "field-list table-list no-collapse "
        // not confirmed
        + "show-range columns-flex select jalali textarea list-group page dialog comment other").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of an appearance that no client knows: arguments, calls of apps and functions left out.</summary>
    public static IEnumerable<string> UnknownIn(string appearance) => Calls.Replace(appearance, " ")
        .Split([' ', ',', ';', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !Known.Contains(word) && !Numbered.IsMatch(word) && !word.Contains(':', StringComparison.Ordinal) && !word.Contains("${", StringComparison.Ordinal));

    // The arguments of a function may hold blanks and parentheses, so whatever stands up to the last one is its own.
    [GeneratedRegex(@"[\w.:\-]+\s*\(.*(\)|\z)", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Calls { get; }

    // Columns of a list, sizes of a picture's grid, width and height of the theme grid.
    [GeneratedRegex(@"\A((columns|compact|quickcompact)-\d+|[wh]\d+)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered { get; }
}
