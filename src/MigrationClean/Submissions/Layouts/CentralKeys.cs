using System.Text.RegularExpressions;

namespace MigrationClean.Submissions.Layouts;

/// <summary>What the keys of ODK Central's repeat tables tell: <c>uuid:…/menaj[1]/G/manm[3]</c> is a row of <c>menaj/G/manm</c> (kobo-exports §13).</summary>
internal static partial class CentralKeys
{
    /// <summary>The repeat's path in the first key of a table, or <see langword="null"/>.</summary>
    public static string? PathOf(ExportSheet sheet)
    {
        if (sheet.Server("PARENT_KEY") is null || sheet.Server("KEY") is not { ValueCount: > 1 } keys) return null;
        var key = keys.Text(1);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : Iteration.Replace(key[(slash + 1)..], "");
    }

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iteration { get; }
}
