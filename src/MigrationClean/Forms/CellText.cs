using System.Text.RegularExpressions;

namespace MigrationClean.Forms;

/// <summary>What a form's cell text means before its column is known: quotes, runs of blanks, the words for yes and no (xlsform §1, §2).</summary>
internal static partial class CellText
{
    /// <summary>Typographic quotes become straight ones, as in the converters: expressions and codes need that.</summary>
    /// <remarks>Labels keep theirs, as exports print them.</remarks>
    public static string Straighten(string text) =>
        text.AsSpan().IndexOfAny("‘’“”") < 0 ? text : text.Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"');

    /// <summary>Runs of blanks become one.</summary>
    public static string Collapse(string text) => Blanks.Replace(text, " ");

    /// <summary>No-break spaces become blanks, ends are cut.</summary>
    public static string Trim(string text) => text.Replace('\u00A0', ' ').Trim();

    /// <summary>Whether the cell says yes. Any text that is neither yes nor no is an expression.</summary>
    public static bool IsYes(string? text) => text is "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "true()";

    /// <summary>Whether the cell says no.</summary>
    public static bool IsNo(string? text) => text is "no" or "No" or "NO" or "false" or "False" or "FALSE" or "false()";

    /// <summary>The expression that a cell of a logic column stands for: the words for yes and no are <c>true()</c> and <c>false()</c>.</summary>
    public static string Logic(string text) => IsYes(text) ? "true()" : IsNo(text) ? "false()" : text;

    /// <summary>An HXL tag as KoBo prints it, <see langword="null"/> if there is none.</summary>
    /// <remarks><c>#need +code</c> and <c>hxl:#need hxl:+code</c> are <c>#need+code</c>.</remarks>
    public static string? Hxl(string text)
    {
        var tag = string.Concat(HxlParts.Matches(text).Select(m => m.Value));
        return tag.Length > 0 ? tag : null;
    }

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex("[#+][a-zA-Z][a-zA-Z0-9_]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HxlParts { get; }
}
