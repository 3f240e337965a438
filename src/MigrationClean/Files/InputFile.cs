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
    /// <exception cref="InputException">FILE-01: missing, a folder, or a pipe that nobody may ever write into.</exception>
    public static InputFile FromPath(string path)
    {
        var name = Path.IsPathRooted(path) ? Path.GetFileName(path) : path;
        if (Directory.Exists(path)) throw new InputException("FILE-01/folder", new() { File = name });
        if (!File.Exists(path)) throw new InputException("FILE-01", new() { File = name });
        if (!OperatingSystem.IsWindows() && IsPipeOrDevice(path)) throw new InputException("FILE-01/pipe", new() { File = name });
        return new(name, Path.GetFullPath(path), () => OpenShared(path, name));
    }

    /// <summary>Bytes that are held already, e.g. standard input. Each <see cref="Open"/> calls <paramref name="open"/>.</summary>
    public static InputFile FromStream(string name, Func<Stream> open) => new(name, null, open);

    /// <summary>Opens the bytes from the beginning. The caller disposes.</summary>
    /// <exception cref="InputException">FILE-01: open in another program, or no permission.</exception>
    public Stream Open() => _open();

    // Opening a pipe for reading waits for a writer, for ever if none comes; opening it for both never does. Only what has no length is tried.
    private static bool IsPipeOrDevice(string path)
    {
        try
        {
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
            if (file is not FileInfo { Exists: true, Length: 0 }) return false;
            using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return !RandomAccessible(handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool RandomAccessible(Microsoft.Win32.SafeHandles.SafeFileHandle handle)
    {
        using var stream = new FileStream(handle, FileAccess.ReadWrite, 1);
        return stream.CanSeek;
    }

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
