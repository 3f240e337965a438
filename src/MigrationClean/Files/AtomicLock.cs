using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>
/// <c>out.lock</c> beside an output: held open by the run that writes it, gone when that run ends, however it ends. A lock file that nobody holds is
/// left over from a dead process and is taken over.
/// </summary>
internal sealed class AtomicLock : IDisposable
{
    private readonly FileStream _file;

    private AtomicLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of an output.</summary>
    /// <param name="target">Full path of the output.</param>
    /// <param name="shownAs">Its name in messages.</param>
    /// <param name="tool">Name and version of the program, for who looks into the file.</param>
    /// <param name="clock">For the start time in the lock, which is never an output.</param>
    /// <exception cref="InputException">FILE-13: another run holds it, or the place can't be written.</exception>
    public static AtomicLock Take(string target, string shownAs, string tool, TimeProvider clock)
    {
        var path = $"{target}.lock";
        try
        {
            while (true)
            {
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                var text = $"pid {Environment.ProcessId}\nstarted {clock.GetUtcNow():O}\n{tool}\n";
                file.SetLength(0);
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush();

                // Whoever held it may have deleted its name between our opening and our locking.
                if (File.Exists(path)) return new(file);
                file.Dispose();
            }
        }
        catch (UnauthorizedAccessException)
        {
            throw OutputPath.Refusal("FILE-13/denied", shownAs);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw OutputPath.Refusal("FILE-13/held", shownAs);
        }
        catch (IOException)
        {
            throw OutputPath.Refusal("FILE-13/denied", shownAs);
        }
    }

    /// <summary>Lets go; the file disappears.</summary>
    public void Dispose() => _file.Dispose();
}
