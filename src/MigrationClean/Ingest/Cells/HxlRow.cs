using System.Text.RegularExpressions;

namespace MigrationClean.Ingest.Cells;

/// <summary>The row of HXL tags that may stand below the header (kobo-exports §3.6, §15.5). Only the texts decide.</summary>
internal static partial class HxlRow
{
    // What a spreadsheet shows for a formula that failed looks like a tag and is none.
    private static readonly string[] Errors = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

    /// <summary>The tags by position, if the row is one: at least one cell is filled, and each filled cell is a tag.</summary>
    public static string[]? Recognise(string[] texts) =>
        texts.Any(static t => t.Length > 0) && texts.All(static t => t.Length == 0 || IsTag(t)) ? texts : null;

    private static bool IsTag(string text) => Tag.IsMatch(text) && !Errors.Contains(text, StringComparer.Ordinal);

    [GeneratedRegex("^#[A-Za-z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag { get; }
}
