using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Tests.Writing;

public class AtomicFileTests
{
    [Fact]
    public void A_file_appears_whole_and_its_part_goes()
    {
        using var test = new TestFolder();
        AtomicFile.Write(new() { Path = test["a.csv"] }, stream => stream.Write("one"u8));
        Assert.Equal(["a.csv"], test.All());
        Assert.Equal("FILE-13/exists", Assert.Throws<InputException>(() => AtomicFile.Write(new() { Path = test["a.csv"] }, _ => { })).Key);
        AtomicFile.Write(new() { Path = test["a.csv"], Force = true }, stream => stream.Write("two"u8), ownerOnly: true);
        Assert.Equal("two", File.ReadAllText(test["a.csv"]));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(test["a.csv"]));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_file()
    {
        using var test = new TestFolder();
        test.Write("a.csv", "old");
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(new() { Path = test["a.csv"], Force = true }, _ => throw new OperationCanceledException()));
        Assert.Equal("old", File.ReadAllText(test["a.csv"]));
        Assert.Equal(["a.csv"], test.All());
    }

    [Fact]
    public void An_input_is_never_the_output()
    {
        using var test = new TestFolder();
        var input = test.Write("a.csv", "old");
        var options = new OutputOptions { Path = input, Force = true, Inputs = [input] };
        Assert.Equal("FILE-13/is-input", Assert.Throws<InputException>(() => AtomicFile.Write(options, _ => { })).Key);
    }

    [Fact]
    public void Whatever_operation_fails_the_file_is_the_old_or_the_new()
    {
        for (var fails = 1; ; fails++)
        {
            using var test = new TestFolder();
            test.Write("a.csv", "old");
            var disk = new FailingDisk(fails);
            try
            {
                AtomicFile.Write(new() { Path = test["a.csv"], Force = true, Disk = disk }, stream => stream.Write("new"u8));
            }
            catch (InputException e)
            {
                Assert.Equal("FILE-13/failed", e.Key);
            }

            Assert.Contains(File.ReadAllText(test["a.csv"]), (string[])["old", "new"]);
            Assert.Equal(["a.csv"], test.All());
            if (disk.HasFailed) continue;
            Assert.Equal("new", File.ReadAllText(test["a.csv"]));
            Assert.True(fails > 4, "too few operations were tried");
            return;
        }
    }
}
