using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>
/// An output folder that appears whole or not at all: built as <c>out.part-PID</c> beside its place, flushed, then renamed into it. What is under
/// <c>restricted/</c> is for the owner alone.
/// </summary>
/// <remarks>
/// One run at a time holds <c>out.lock</c>; so whatever parts the holder finds beside the place are left from dead processes, and are swept.
/// Disposing without <see cref="Commit"/> leaves nothing behind.
/// </remarks>
public sealed class OutputFolder : IDisposable
{
    private static readonly string[] OwnNames = ["manifest.json", "restricted", "share"];

    private readonly OutputOptions _options;
    private readonly AtomicDisk _disk;
    private readonly string _target;
    private readonly string _shown;
    private readonly string _part;
    private readonly string _old;
    private readonly Lock _gate = new();
    private readonly List<string> _newParents = [];
    private readonly List<OutputFile> _files = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private AtomicLock? _lock;
    private bool _committed;

    private OutputFolder(OutputOptions options)
    {
        var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        _options = options;
        _disk = options.Disk;
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Path));
        _shown = OutputPath.Shown(options.Path);
        _part = $"{_target}.part-{process}";
        _old = $"{_target}.old-{process}";
    }

    /// <summary>The files written so far, in the ordinal order of their paths.</summary>
    public IReadOnlyList<OutputFile> Files
    {
        get
        {
            lock (_gate) return [.. _files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        }
    }

    /// <summary>
    /// After <see cref="Commit"/>: name of a folder beside the output with what the replaced folder held besides our files, or <see langword="null"/>.
    /// </summary>
    public string? KeptAside { get; private set; }

    /// <summary>After <see cref="Commit"/>: whether the replaced folder could not be deleted; the next run sweeps it.</summary>
    public bool OldStays { get; private set; }

    /// <summary>Checks the place, takes the lock, sweeps what dead processes left, begins the part.</summary>
    /// <exception cref="InputException">FILE-13: it exists, is an input, holds or lies in one, is held by another run, or can't be written.</exception>
    public static OutputFolder Open(OutputOptions options)
    {
        var folder = new OutputFolder(options);
        folder.Refuse();
        try
        {
            Guarded(folder._shown, folder.Begin);
            return folder;
        }
        catch (InputException)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes one file whole. Files may be written by several threads at a time.</summary>
    /// <param name="path">Relative path with <c>/</c>, e.g. <c>share/main.csv</c>.</param>
    /// <param name="write">Writes the content; the stream seeks.</param>
    /// <param name="rows">Rows where it is a table.</param>
    /// <exception cref="InputException">FILE-13/failed: the disk is full or gone.</exception>
    public void Write(string path, Action<Stream> write, int? rows = null)
    {
        var ownerOnly = path.StartsWith("restricted/", StringComparison.Ordinal);
        OutputStream stream = null!;
        Guarded(_shown, () =>
        {
            lock (_gate) CreateFolders(path, ownerOnly);
            stream = new(_disk.CreateFile(Inside(_part, path), ownerOnly), _disk, _shown);
        });
        using (stream)
        {
            write(stream);
            stream.Complete();
        }

        lock (_gate) _files.Add(new(path, rows, File.Exists(Inside(_target, path))));
    }

    /// <summary>Opens a file of the part again.</summary>
    public Stream Read(string path) => File.OpenRead(Inside(_part, path));

    /// <summary>Puts the folder into its place. In a dry run this is the step that is left out.</summary>
    /// <exception cref="InputException">FILE-13/failed; the place is as it was before.</exception>
    public void Commit()
    {
        Guarded(_shown, () =>
        {
            foreach (var folder in _folders.Order(StringComparer.Ordinal)) _disk.FlushFolder(Inside(_part, folder));
            _disk.FlushFolder(_part);
            if (_options.DryRun) return;

            if (_folders.Contains("share")) _disk.ShareFolder(_part, Inside(_part, "share"));
            Swap();
        });
        if (_committed) RemoveOld();
    }

    /// <summary>Removes everything that was not put into its place, and lets go of the lock.</summary>
    public void Dispose()
    {
        if (!_committed && _lock is not null) Quietly(() => _disk.DeleteFolder(_part));
        _lock?.Dispose();
        _lock = null;
        if (!_committed)
            foreach (var parent in Enumerable.Reverse(_newParents)) Quietly(() => Directory.Delete(parent));
        _newParents.Clear();
    }

    /// <summary>Runs disk operations; their trouble becomes the user's sentence.</summary>
    /// <exception cref="InputException">FILE-13/failed.</exception>
    internal static void Guarded(string shownAs, Action operation)
    {
        try
        {
            operation();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputPath.Refusal("FILE-13/failed", shownAs);
        }
    }

    private static string Inside(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private void Refuse()
    {
        OutputPath.RefuseInputs(_target, _shown, _options.Inputs);
        OutputPath.RefuseLink(_target, _shown);
        if (File.Exists(_target)) throw OutputPath.Refusal("FILE-13/is-file", _shown);
        if (Path.GetDirectoryName(_target) is null || OutputPath.HoldsWorkingFolder(_target)) throw OutputPath.Refusal("FILE-13/is-home", _shown);
        if (Directory.Exists(_target) && !_options.Force) throw OutputPath.Refusal("FILE-13/exists", _shown);
    }

    private void Begin()
    {
        for (var parent = Path.GetDirectoryName(_target); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent))
            _newParents.Insert(0, parent);
        foreach (var parent in _newParents) _disk.CreateFolder(parent, ownerOnly: false);

        _lock = AtomicLock.Take(_target, _shown, _options.Tool, _options.Clock);
        Sweep();
        _disk.CreateFolder(_part, ownerOnly: true);
    }

    private void Sweep()
    {
        var (parent, name) = (Path.GetDirectoryName(_target)!, Path.GetFileName(_target));
        foreach (var left in Directory.GetDirectories(parent, $"{name}.part-*")) _disk.DeleteFolder(left);
        foreach (var left in Directory.GetDirectories(parent, $"{name}.old-*").Order(StringComparer.Ordinal))
        {
            // A process died between the two renames: what was there before comes back.
            if (!Directory.Exists(_target)) _disk.MoveFolder(left, _target);
            else _disk.DeleteFolder(left);
        }
    }

    private void CreateFolders(string path, bool ownerOnly)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            if (_folders.Add(path[..slash])) _disk.CreateFolder(Inside(_part, path[..slash]), ownerOnly);
    }

    private void Swap()
    {
        var replaces = Directory.Exists(_target);
        if (replaces) _disk.MoveFolder(_target, _old);
        try
        {
            _disk.MoveFolder(_part, _target);
        }
        catch (Exception e) when (replaces && e is IOException or UnauthorizedAccessException)
        {
            _disk.MoveFolder(_old, _target);
            throw;
        }

        _committed = true;
        _disk.FlushFolder(Path.GetDirectoryName(_target)!);
    }

    // The new folder is in its place: what goes wrong from here on is told, and does not undo the run.
    private void RemoveOld()
    {
        if (!Directory.Exists(_old)) return;
        try
        {
            foreach (var name in OwnNames)
            {
                _disk.DeleteFolder(Path.Combine(_old, name));
                if (File.Exists(Path.Combine(_old, name))) _disk.DeleteFile(Path.Combine(_old, name));
            }

            if (!Directory.EnumerateFileSystemEntries(_old).Any())
            {
                _disk.DeleteFolder(_old);
                return;
            }

            var kept = $"{_target}.kept";
            for (var n = 2; Directory.Exists(kept); n++) kept = $"{_target}.kept-{n.ToString(CultureInfo.InvariantCulture)}";
            _disk.MoveFolder(_old, kept);
            KeptAside = Path.GetFileName(kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OldStays = true;
        }
    }

    private static void Quietly(Action cleanUp)
    {
        try
        {
            cleanUp();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another error is on its way already; the next run sweeps what stays.
        }
    }
}
