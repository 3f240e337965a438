using System.Runtime.InteropServices;

namespace MigrationClean.Files;

/// <summary>The operations of a disk that outputs are made of, each in one place, so that a test can let any of them fail.</summary>
internal class AtomicDisk
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes a folder: for everybody as the system's mask says, or for the owner only.</summary>
    public virtual void CreateFolder(string path, bool ownerOnly)
    {
        if (ownerOnly && !OperatingSystem.IsWindows()) Directory.CreateDirectory(path, OwnerFolder);
        else Directory.CreateDirectory(path);
    }

    /// <summary>Makes a new file to write, read and seek in.</summary>
    public virtual FileStream CreateFile(string path, bool ownerOnly) => new(path, Options(ownerOnly));

    /// <summary>Brings a file's bytes to the disk, not only to the system's cache.</summary>
    public virtual void Flush(FileStream file) => file.Flush(flushToDisk: true);

    /// <summary>Brings a folder's list of names to the disk, where the system has such an operation.</summary>
    public virtual void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = NativeMethods.Open(path, 0);
        if (folder < 0) return;
        _ = NativeMethods.Sync(folder);
        _ = NativeMethods.Close(folder);
    }

    /// <summary>Gives a folder that was made for the owner only the rights of another one.</summary>
    public virtual void ShareFolder(string path, string like)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(like));
    }

    /// <summary>Renames a folder. On Windows, where virus scanners and sync clients hold files for moments, tries for five seconds.</summary>
    public virtual void MoveFolder(string from, string to) => Patiently(() => Directory.Move(from, to));

    /// <summary>Renames a file over another.</summary>
    public virtual void MoveFile(string from, string to) => Patiently(() => File.Move(from, to, overwrite: true));

    /// <summary>Deletes a folder and what is in it, if it is there.</summary>
    public virtual void DeleteFolder(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    /// <summary>Deletes a file, if it is there.</summary>
    public virtual void DeleteFile(string path) => File.Delete(path);

    /// <summary>How a new file is opened; one that a dead process left is overwritten, one that is open elsewhere is an error.</summary>
    protected static FileStreamOptions Options(bool ownerOnly)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerFile;
        return options;
    }

    private static void Patiently(Action rename)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        for (var waited = TimeSpan.Zero; ; waited += pause)
        {
            try
            {
                rename();
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && OperatingSystem.IsWindows() && waited < Patience)
            {
                Thread.Sleep(pause);
            }
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(int descriptor);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
