using System.IO.Compression;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>A ZIP archive whose parts are checked as they are read: the runtime's own reader checks neither sums nor sizes.</summary>
internal sealed class ZipParts : IDisposable
{
    private const int MostEntries = 10_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _partLimit;
    private long _read;

    /// <summary>Opens an archive.</summary>
    /// <param name="bytes">Seekable; stays open.</param>
    /// <param name="file">Name as shown.</param>
    /// <param name="partGibibytes">Largest expanded part; all parts together may have twice that.</param>
    /// <exception cref="InputException">FILE-04: truncated or no archive; FILE-05: too many parts.</exception>
    public ZipParts(Stream bytes, string file, int partGibibytes)
    {
        File = file;
        _partLimit = (long)partGibibytes << 30;
        try
        {
            _archive = new(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (_archive.Entries.Count > MostEntries) throw Refused("FILE-05/entries", MostEntries.ToString());
        }
        catch (InvalidDataException)
        {
            throw Refused("FILE-04/archive");
        }

        foreach (var entry in _archive.Entries) _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>Whether the limits on sizes are those of the settings, so that a refusal may say how to raise them.</summary>
    public bool HasSettableLimits { get; init; }

    /// <summary>The archive's name as shown.</summary>
    public string File { get; }

    /// <summary>Names of all parts, in the archive's order; folders end in a slash.</summary>
    public IEnumerable<string> Names => _archive.Entries.Select(static e => e.FullName.Replace('\\', '/').TrimStart('/'));

    /// <summary>All parts with their times and attributes, in the archive's order, to be copied; to be read by <see cref="Open"/>.</summary>
    internal IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    /// <summary>Whether there is such a part; upper and lower case are one.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Opens a part. Its sum and size are checked when its end is reached.</summary>
    /// <exception cref="InputException">FILE-03: the part is encrypted; FILE-04: it cannot be opened.</exception>
    public Stream Open(string name)
    {
        var entry = _entries[name];
        if (entry.IsEncrypted) throw Refused("FILE-03/archive");
        try
        {
            return new ZipPartStream(this, entry, entry.Open(), _partLimit);
        }
        catch (InvalidDataException)
        {
            throw Refused("FILE-04/archive");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Counts expanded bytes over all parts.</summary>
    internal void Count(int bytes)
    {
        _read += bytes;
        if (_read > _partLimit * 2) throw PastLimit("FILE-05/expanded", _partLimit >> 29);
    }

    /// <summary>A refusal of this archive for a limit that the settings can raise where they are followed.</summary>
    internal InputException PastLimit(string key, long limit) => Refused(HasSettableLimits ? key : $"{key}-fixed", limit.ToString());

    /// <summary>A refusal of this archive.</summary>
    internal InputException Refused(string key, string? limit = null) =>
        limit is null ? new(key, new() { File = File }) : new(key, new() { File = File }, new FindingArgument("limit", limit));
}
