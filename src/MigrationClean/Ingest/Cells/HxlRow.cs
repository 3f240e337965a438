using System.Text.RegularExpressions;

namespace MigrationClean.Ingest.Cells;

/// <summary>The row of HXL tags that may stand below the header (kobo-exports §3.6, §15.5). Only the texts decide.</summary>
internal static partial class HxlRow
{
    /// <summary>The tags by position, if the row is one: at least one cell is filled, and each filled cell is a tag.</summary>
    public static string[]? Recognise(string[] texts) =>
        texts.Any(static t => t.Length > 0) && texts.All(static t => t.Length == 0 || Tag.IsMatch(t)) ? texts : null;

    [GeneratedRegex("^#[A-Za-z]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag { get; }
}
