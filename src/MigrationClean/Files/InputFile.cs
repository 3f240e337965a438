using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>An input as the user named it: a file, or <c>-</c> for standard input. Never changed, opened for reading only.</summary>
public sealed class InputFile
{
    private readonly Func<Stream> _open;

    private InputFile(string name, string? fullPath, Func<Stream> open)
    {
        Name = name;
        FullPath = fullPath;
        _open = open;
    }

    /// <summary>As typed if relative, else the file's name alone: no absolute path gets into a message or report.</summary>
    public string Name { get; }

    /// <summary>The full path; <see langword="null"/> for standard input.</summary>
    public string? FullPath { get; }

    /// <summary>A file on disk.</summary>
    /// <exception cref="InputException">FILE-01: missing, a folder, or not to be read.</exception>
    public static InputFile FromPath(string path)
    {
        var name = Path.IsPathRooted(path) ? Path.GetFileName(path) : path;
        if (Directory.Exists(path)) throw new InputException("FILE-01/folder", new() { File = name });
        if (!File.Exists(path)) throw new InputException("FILE-01", new() { File = name });
        return new(name, Path.GetFullPath(path), () => OpenShared(path, name));
    }

    /// <summary>Bytes that are held already, e.g. standard input. Each <see cref="Open"/> calls <paramref name="open"/>.</summary>
    public static InputFile FromStream(string name, Func<Stream> open) => new(name, null, open);

    /// <summary>Opens the bytes from the beginning. The caller disposes.</summary>
    /// <exception cref="InputException">FILE-01: open in another program, or no permission.</exception>
    public Stream Open() => _open();

    private static FileStream OpenShared(string path, string name)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException("FILE-01/denied", new() { File = name });
        }
        catch (IOException)
        {
            throw new InputException("FILE-01/locked", new() { File = name });
        }
    }
}
