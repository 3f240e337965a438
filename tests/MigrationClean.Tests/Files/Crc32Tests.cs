using MigrationClean.Files;

namespace MigrationClean.Tests.Files;

public sealed class Crc32Tests
{
    [Fact]
    public void Sum_is_the_published_check_value() => Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Sum_of_parts_is_the_sum_of_the_whole()
    {
        var bytes = Enumerable.Range(0, 1000).Select(i => (byte)(i * 31)).ToArray();
        var whole = Crc32.Append(0, bytes);
        for (var cut = 0; cut < bytes.Length; cut += 37)
            Assert.Equal(whole, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
    }
}
