using MigrationClean.Forms;

namespace MigrationClean.Submissions.Layouts;

/// <summary>How exporters name the sheet or file of a repeat (kobo-exports §7.1, §12, §13).</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    /// <summary>Whether a sheet's name is that of a repeat, in whichever exporter's manner.</summary>
    public static bool Is(string? sheet, Group repeat)
    {
        if (sheet is null) return false;
        if (sheet == repeat.Path || IsKobo(sheet, repeat.Name)) return true;
        var legacy = repeat.Path.Replace('/', '_');
        if (sheet == legacy || (legacy.Length > Longest && sheet.Length is Longest && legacy.StartsWith(sheet[..^1], StringComparison.Ordinal))) return true;
        var name = sheet.LastIndexOf('~') is > 0 and var tilde ? sheet[..tilde] : sheet;
        return name.EndsWith($"-{repeat.Name}", StringComparison.Ordinal) || name.EndsWith($"/{repeat.Name}", StringComparison.Ordinal);
    }

    /// <summary>KoBo's rule: forbidden characters become <c>_</c>; longer than 31 characters is cut and ends in <c>...</c>, a clash in <c>... (1)</c>.</summary>
    private static bool IsKobo(string sheet, string name)
    {
        var clean = string.Create(name.Length, name, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = from[i] is '[' or ']' or '*' or '?' or ':' or '/' or '\\' || (from[i] == '\'' && (i == 0 || i == to.Length - 1)) ? '_' : from[i];
        });
        if (string.Equals(sheet, clean, StringComparison.Ordinal)) return true;
        var dots = sheet.IndexOf("...", StringComparison.Ordinal);
        return dots > 0 && sheet.Length <= Longest && clean.StartsWith(sheet[..dots], StringComparison.Ordinal)
            && (clean.Length > Longest || sheet.Length > dots + 3);
    }
}
