using System.IO.Compression;
using System.Text;
using MigrationClean.Files;

namespace MigrationClean.Tests.Writing;

public class ZipWriterTests
{
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
