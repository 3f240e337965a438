using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>
/// The file of a project's key: 64 hex digits and a line end, outside the data, readable by its owner only. Every doubt about it stops the run.
/// Source: anonymisation §3.2 and §8, number 4.
/// </summary>
public static class KeyFile
{
    private const int LargestFile = 256;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly string[] VersionControl = [".git", ".hg", ".svn", ".bzr"];

    /// <summary>The key that the settings name, or a fresh one for this run where they name none.</summary>
    /// <exception cref="InputException">PRIV-09: named but missing, short, readable by others, in a folder where it must not be; or none where one is required.</exception>
    public static ProjectKey Open(ReleaseSettings settings)
    {
        if (settings.KeyFile is { } path) return Read(path, settings.DataFolders);
        return settings.KeyRequired ? throw new InputException("PRIV-09/required", null) : ProjectKey.ForRun();
    }

    /// <summary>Reads a key file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="dataFolders">Folders of inputs and output.</param>
    /// <exception cref="InputException">PRIV-09.</exception>
    public static ProjectKey Read(string path, ImmutableArray<string> dataFolders)
    {
        if (!File.Exists(path)) throw Refused("missing", path);
        _ = InputFile.FromPath(path); // refuses a pipe, which would never end
        RefusePlace(path, dataFolders);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None) throw Refused("shared", path);

        var bytes = ReadBytes(path);
        Span<byte> key = stackalloc byte[ProjectKey.Length];
        try
        {
            var digits = bytes.AsSpan().TrimEnd("\r\n"u8);
            if (digits.Length != 2 * ProjectKey.Length) throw Refused("short", path);
            for (var i = 0; i < key.Length; i++)
            {
                var (high, low) = (Digit(digits[2 * i]), Digit(digits[(2 * i) + 1]));
                if (high < 0 || low < 0) throw Refused("short", path);
                key[i] = (byte)((high << 4) | low);
            }

            return new(key, isLasting: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Makes a new key file that only its owner may read. Never replaces one: the old pseudonyms would be lost.</summary>
    /// <returns>The key's id.</returns>
    /// <exception cref="InputException">PRIV-09: there is a file already, or the folder is one where a key must not be.</exception>
    public static string Create(string path, ImmutableArray<string> dataFolders)
    {
        if (File.Exists(path) || Directory.Exists(path)) throw Refused("exists", path);
        if (!IsPath(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw Refused("folder", path);
        RefusePlace(path, dataFolders);

        Span<byte> key = stackalloc byte[ProjectKey.Length];
        RandomNumberGenerator.Fill(key);
        using var made = new ProjectKey(key, isLasting: true);
        var text = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(text);
            file.Flush(flushToDisk: true);
            return made.Id;
        }
        catch (UnauthorizedAccessException)
        {
            throw Refused("denied", path);
        }
        catch (IOException)
        {
            throw Refused("denied", path); // a link that leads nowhere, a name too long, a full disk
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            if (file.Length > LargestFile) throw Refused("short", path);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (UnauthorizedAccessException)
        {
            throw Refused("denied", path);
        }
        catch (IOException)
        {
            throw Refused("denied", path);
        }
    }

    private static void RefusePlace(string path, ImmutableArray<string> dataFolders)
    {
        var full = Path.GetFullPath(path);
        var real = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var folder in dataFolders)
        {
            var inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
            if (full.StartsWith(inside, comparison) || real.StartsWith(inside, comparison)) throw Refused("data-folder", path);
        }

        for (var folder = Path.GetDirectoryName(real); folder is not null; folder = Path.GetDirectoryName(folder))
            foreach (var mark in VersionControl)
                if (Path.Exists(Path.Combine(folder, mark))) throw Refused("versioned", path);
    }

    private static bool IsPath(string path) => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal);

    // The path as it was typed: these sentences go to the terminal alone, and of two keys of one name the folder tells which is meant.
    private static InputException Refused(string variant, string file) => new($"PRIV-09/{variant}", null, new FindingArgument("file", file));

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
