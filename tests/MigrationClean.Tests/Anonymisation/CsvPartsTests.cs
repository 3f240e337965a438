using System.Text;
using MigrationClean.Anonymisation.Proof;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>A large file is read by several threads: no cell may be cut, and none left out.</summary>
public sealed class CsvPartsTests
{
    private const int Rows = 400_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_begin_with_a_row_and_are_the_whole_file(int most)
    {
        var bytes = File();
        var parts = CsvParts.Of(new MemoryStream(bytes), most);

        Assert.Equal(most, parts.Count);
        Assert.Equal(0, parts[0].Start);
        Assert.Equal(bytes.Length, parts.Sum(part => part.Length));
        foreach (var (start, _) in parts.Skip(1)) Assert.Equal("row;\""u8, bytes.AsSpan((int)start, 5));
    }

    [Fact]
    public void Cells_of_the_parts_are_those_of_the_file()
    {
        var bytes = File();
        var whole = CellsOf(bytes, [(0, bytes.Length)]);

        Assert.Equal(whole, CellsOf(bytes, CsvParts.Of(new MemoryStream(bytes), 3)));
        Assert.Equal(2 * Rows, whole.Count);
    }

    [Fact]
    public void Small_file_is_not_cut() => Assert.Equal([(0L, 8L)], CsvParts.Of(new MemoryStream("a,b\n1,2\n"u8.ToArray()), 4));

    // Line ends inside quotes look like row ends; a few are long enough to be met wherever the file is cut.
    private static byte[] File()
    {
        var text = new StringBuilder();
        for (var row = 0; row < Rows; row++) text.Append("row;\"").Append(row).Append("\nrow; said \"\"no\"\"\nrow;and went\"\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static List<string> CellsOf(byte[] bytes, IEnumerable<(long Start, long Length)> parts)
    {
        var cells = new List<string>();
        foreach (var (start, length) in parts)
        {
            using var stream = new MemoryStream(bytes) { Position = start };
            WrittenTexts.Read("main.csv", stream, length, isData: true, (text, _) => cells.Add(Encoding.UTF8.GetString(text)));
        }

        return cells;
    }
}
