using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>A single output file that appears whole or not at all: written as <c>name.part</c>, flushed, renamed.</summary>
public static class AtomicFile
{
    /// <summary>Refuses an output before the work for it starts.</summary>
    /// <exception cref="InputException">FILE-13: it exists, is a folder or an input, or its folder is not there.</exception>
    public static void Check(OutputOptions options)
    {
        var shown = OutputPath.Shown(options.Path);
        var target = Path.GetFullPath(options.Path);
        OutputPath.RefuseInputs(target, shown, options.Inputs);
        OutputPath.RefuseLink(target, shown);
        if (Directory.Exists(target)) throw OutputPath.Refusal("FILE-13/is-folder", shown);
        if (File.Exists(target) && !options.Force) throw OutputPath.Refusal("FILE-13/exists", shown);
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw OutputPath.Refusal("FILE-13/no-folder", shown);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="options">Where, and what may be replaced. In a dry run the file is written and removed.</param>
    /// <param name="write">Writes the content; the stream seeks.</param>
    /// <param name="ownerOnly">Whether only the owner may read it.</param>
    /// <exception cref="InputException">FILE-13: it exists, is an input, or can't be written.</exception>
    public static void Write(OutputOptions options, Action<Stream> write, bool ownerOnly = false)
    {
        Check(options);
        var shown = OutputPath.Shown(options.Path);
        var target = Path.GetFullPath(options.Path);
        var part = $"{target}.part";
        OutputStream stream = null!;
        OutputFolder.Guarded(shown, () => stream = new(options.Disk.CreateFile(part, ownerOnly), options.Disk, shown));
        var moved = false;
        try
        {
            using (stream)
            {
                write(stream);
                stream.Complete();
            }

            if (options.DryRun) return;
            OutputFolder.Guarded(shown, () =>
            {
                options.Disk.MoveFile(part, target);
                moved = true;
                options.Disk.FlushFolder(Path.GetDirectoryName(target)!);
            });
        }
        finally
        {
            if (!moved) OutputFolder.Guarded(shown, () => options.Disk.DeleteFile(part));
        }
    }
}
