using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>Rules about where an output may stand, and names that are safe on every system (robustness §3).</summary>
internal static class OutputPath
{
    private const int MostBytes = 100;

    private static readonly string[] Reserved =
    [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    /// <summary>How an output is shown: as typed if relative, else its last name alone.</summary>
    public static string Shown(string path) => Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;

    /// <summary>A file name from the name of a sheet, list or column: NFC, no signs that a system forbids or that turn text around, no device name.</summary>
    public static string SafeName(string name)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var kept = IsForbidden(rune) ? new Rune('_') : rune;
            bytes += kept.Utf8SequenceLength;
            if (bytes > MostBytes) break;
            safe.Append(kept.ToString());
        }

        var text = safe.ToString().TrimStart('-', '.', ' ').TrimEnd('.', ' ');
        if (text.Length == 0) return "_";
        return Reserved.Contains(text.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) ? $"_{text}" : text;
    }

    /// <summary>A refusal of an output, with its name.</summary>
    public static InputException Refusal(string key, string shownAs, params ReadOnlySpan<FindingArgument> arguments) =>
        new(key, new() { File = shownAs }, [new("file", shownAs), .. arguments]);

    /// <summary>Refuses an output that is, holds or lies within something that the run reads, whatever <c>--force</c> says.</summary>
    /// <exception cref="InputException">FILE-13.</exception>
    public static void RefuseInputs(string target, string shownAs, IEnumerable<string> inputs)
    {
        var output = Real(target);
        foreach (var input in inputs)
        {
            var read = Real(input);
            var name = new FindingArgument("input", Path.GetFileName(read));
            if (read.Equals(output, Comparison)) throw Refusal("FILE-13/is-input", shownAs, name);
            if (IsWithin(read, output)) throw Refusal("FILE-13/holds-input", shownAs, name);
            if (IsWithin(output, read)) throw Refusal("FILE-13/within-input", shownAs, name);
        }
    }

    /// <summary>
    /// Refuses an output that is itself a link, whatever <c>--force</c> says: renaming would put the output into the link's place and leave the old
    /// one where the link led, while whoever made the link expects it there. Links on the way to it are followed.
    /// </summary>
    /// <exception cref="InputException">FILE-13.</exception>
    public static void RefuseLink(string target, string shownAs)
    {
        if (new FileInfo(Path.TrimEndingDirectorySeparator(target)).LinkTarget is not null) throw Refusal("FILE-13/is-link", shownAs);
    }

    /// <summary>Whether a folder is the working folder or holds it: nobody means to replace that.</summary>
    public static bool HoldsWorkingFolder(string target)
    {
        var (output, working) = (Real(target), Real(Environment.CurrentDirectory));
        return output.Equals(working, Comparison) || IsWithin(working, output);
    }

    /// <summary>The path with every link on the way followed as far as it exists.</summary>
    public static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var own = Path.Combine(Real(parent), Path.GetFileName(full));
        FileSystemInfo info = Directory.Exists(own) ? new DirectoryInfo(own) : new FileInfo(own);
        return info.LinkTarget is null ? own : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? own;
    }

    private static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool IsWithin(string inner, string outer) => inner.StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, Comparison);

    private static bool IsForbidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*'
            or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFD;
}
