using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary>A single file of output: appears whole or not at all, replaces nothing unless told to.</summary>
internal static class OutputFile
{
    /// <summary>Refuses an output before the work starts.</summary>
    /// <exception cref="InputException">FILE-13: it exists, or is an input.</exception>
    public static void Check(string path, bool force, IEnumerable<InputFile> inputs)
    {
        var full = Path.GetFullPath(path);
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (inputs.Any(input => string.Equals(input.FullPath, full, comparison))) throw Refused("report-input", path);
        if (Directory.Exists(path)) throw Refused("report-folder", path);
        if (File.Exists(path) && !force) throw Refused("report-exists", path);
        if (Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder)) throw Refused("report-no-folder", path);
    }

    /// <summary>Refuses a folder that holds something.</summary>
    /// <exception cref="InputException">FILE-13: it does, or is a file.</exception>
    public static void CheckFolder(string path)
    {
        if (File.Exists(path)) throw Refused("project-file", path);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw Refused("project-not-empty", path);
    }

    /// <summary>Writes beside the target, flushes, then renames. On any failure nothing is left.</summary>
    /// <exception cref="InputException">FILE-13: it can't be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
            throw Refused("report-denied", path);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static InputException Refused(string variant, string path) => new($"FILE-13/{variant}", new() { File = path }, new FindingArgument("file", path));
}
