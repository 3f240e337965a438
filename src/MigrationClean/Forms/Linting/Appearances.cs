using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>The words that an appearance may hold, with Collect or with web forms.</summary>
/// <remarks>Collected from the documentation of both: xlsform.org, docs.getodk.org, enketo.org. Case is no difference to them.</remarks>
internal static partial class Appearances
{
    /// <summary>The words.</summary>
    public static readonly FrozenSet<string> Known = (
        // texts and numbers
        "multiline url numbers thousands-sep counter masked hidden-answer bearing distress rating analog-scale vertical no-ticks picker show-range "
        // selects and ranks
        + "minimal autocomplete search quick compact quickcompact horizontal horizontal-compact columns columns-pack columns-flex no-buttons "
        + "image-map map label list list-nolabel likert select "
        // dates
        + "no-calendar month-year year ethiopian coptic islamic bikram-sambat myanmar persian buddhist jalali "
        // places
        + "maps placement-map streets satellite terrain hide-input "
        // media and barcodes
        + "new new-front new-rear front selfie annotate draw signature textarea "
        // groups, repeats, theme grid
        + "field-list table-list list-group no-collapse page dialog comment other").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
