using MigrationClean.Files;

namespace MigrationClean.Tests.Writing;

/// <summary>The real disk, one operation of which fails: the n-th.</summary>
internal sealed class FailingDisk(int failing) : AtomicDisk
{
    private int _operations;

    public bool HasFailed => _operations >= failing;

    public override void CreateFolder(string path, bool ownerOnly)
    {
        Count();
        base.CreateFolder(path, ownerOnly);
    }

    public override FileStream CreateFile(string path, bool ownerOnly)
    {
        Count();
        return new FailingFile(path, Options(ownerOnly), this);
    }

    public override void Flush(FileStream file)
    {
        Count();
        base.Flush(file);
    }

    public override void FlushFolder(string path)
    {
        Count();
        base.FlushFolder(path);
    }

    public override void ShareFolder(string path, string like)
    {
        Count();
        base.ShareFolder(path, like);
    }

    public override void MoveFolder(string from, string to)
    {
        Count();
        base.MoveFolder(from, to);
    }

    public override void MoveFile(string from, string to)
    {
        Count();
        base.MoveFile(from, to);
    }

    public override void DeleteFolder(string path)
    {
        Count();
        base.DeleteFolder(path);
    }

    public override void DeleteFile(string path)
    {
        Count();
        base.DeleteFile(path);
    }

    private void Count()
    {
        if (++_operations == failing) throw new IOException("The disk fails here.");
    }

    private sealed class FailingFile(string path, FileStreamOptions options, FailingDisk disk) : FileStream(path, options)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            disk.Count();
            base.Write(buffer);
        }
    }
}
