using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Files;

namespace MigrationClean.Tests.Files;

public sealed class Crc32Tests
{
    [Fact]
    public void Sum_is_the_published_check_value() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void Sum_of_parts_is_the_sum_of_the_whole()
    {
        var bytes = Enumerable.Range(0, 1000).Select(i => (byte)(i * 31)).ToArray();
        var whole = Crc32.Of(bytes);
        for (var cut = 0; cut < bytes.Length; cut += 37)
            Assert.Equal(whole, Crc32.Of(bytes.AsSpan(cut), Crc32.Of(bytes.AsSpan(0, cut))));
    }

    [Fact]
    public void Sums_of_two_runs_join_into_the_sum_of_both() => Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<byte[]>(),
            (a, b) => Crc32.Join(Crc32.Of(a), Crc32.Of(b), b.Length) == Crc32.Of([.. a, .. b]))
        .QuickCheckThrowOnFailure();
}
