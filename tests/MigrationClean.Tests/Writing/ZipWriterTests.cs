using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class ZipWriterTests
{
    [Fact]
    public void Crc_of_the_check_text_is_the_published_one() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void Crcs_of_two_runs_join_into_the_crc_of_both() => Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<byte[]>(),
            (a, b) => Crc32.Join(Crc32.Of(a), Crc32.Of(b), b.Length) == Crc32.Of([.. a, .. b]) && Crc32.Of(b, Crc32.Of(a)) == Crc32.Of([.. a, .. b]))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(100)]
    [InlineData(5_000_000_000)]
    public void Pieces_compressed_apart_are_one_part_in_both_forms(long mostBytes)
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        var zip = new ZipWriter(stream);
        zip.Add("first.txt", "hello"u8);
        zip.Begin("үй/second.txt", mostBytes);
        foreach (var text in (string[])["one ", "two ", "", "three"])
        {
            using var block = new DeflatedBlock();
            block.Source.Add(Encoding.UTF8.GetBytes(text));
            block.Compress(3);
            zip.Append(block.Piece, block.Crc, block.Source.Length);
        }

        zip.Append(DeflatedBlock.StreamEnd, 0, 0);
        zip.End();
        zip.Finish();

        using var archive = new ZipArchive(new MemoryStream(stream.ToArray()[6..]));
        Assert.Equal(["first.txt", "үй/second.txt"], archive.Entries.Select(e => e.FullName));
        Assert.Equal(["hello", "one two three"], archive.Entries.Select(Text));
        Assert.Equal(Crc32.Of("one two three"u8), archive.Entries[1].Crc32);
        Assert.All(archive.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
