using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Tests;

/// <summary>Standard output on a disk that is full.</summary>
public sealed class OutgoingStreamTests
{
    [Fact]
    public async Task Full_disk_behind_standard_output_is_a_refusal()
    {
        await using var output = new OutgoingStream(new FullDisk());
        Assert.Equal("FILE-13/stdout", Assert.Throws<InputException>(() => output.Write("a"u8)).Key);
        Assert.Equal("FILE-13/stdout", (await Assert.ThrowsAsync<InputException>(() => output.WriteAsync("a"u8.ToArray()).AsTask())).Key);
        Assert.Equal("FILE-13/stdout", Assert.Throws<InputException>(output.Flush).Key);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Flush() => throw new IOException("No space left on device");
    }
}
