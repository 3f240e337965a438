using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Files;

namespace MigrationClean.Writing;

/// <summary>Writes a table as CSV: UTF-8, RFC 4180, a row end after every row (outputs §1).</summary>
/// <remarks>
/// Each distinct value is quoted and escaped once, rows are made by copying bytes. Nothing of the table is held besides its columns, the
/// rendered values where they repeat, and one block of rows a worker.
/// </remarks>
internal static class CsvWriter
{
    /// <summary>Writes the table. The stream is neither flushed nor closed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where to; need not seek.</param>
    /// <param name="options">Guard, byte order mark, row ends, separator.</param>
    /// <param name="threads">Most workers; never changes the bytes.</param>
    /// <param name="cancellation">Ends the work between two blocks of rows.</param>
    /// <returns>Number of cells that the formula guard touched, headers included.</returns>
    public static long Write(OutputTable table, Stream stream, CsvOptions options, int threads = 1, CancellationToken cancellation = default)
    {
        var columns = table.Columns.Select(c => new RenderedColumn(c.Values, new CsvCellFormat(options, c.Kind))).ToArray();
        WriteHeader(table, stream, options);

        var blocks = new RowBlocks(0, table.RowCount, columns.Length);
        OrderedBlocks.Run(
            blocks.Count,
            threads,
            () => new Worker(columns, blocks, options),
            static (worker, block) => worker.Make(block),
            worker => stream.Write(worker.Block.Bytes),
            cancellation);
        return Touched(table, options);
    }

    private static void WriteHeader(OutputTable table, Stream stream, CsvOptions options)
    {
        using var block = new ByteBlock();
        var format = new CsvCellFormat(options, ValueKind.Text);
        if (options.Bom) block.Add("\uFEFF"u8);
        for (var c = 0; c < table.Columns.Length; c++)
        {
            if (c > 0) block.Add((byte)options.Separator);
            format.Write(Encoding.UTF8.GetBytes(table.Columns[c].Name), block);
        }

        block.Add(RowEnd(options));
        stream.Write(block.Bytes);
    }

    private static ReadOnlySpan<byte> RowEnd(CsvOptions options) => options.CrLf ? "\r\n"u8 : "\n"u8;

    private static long Touched(OutputTable table, CsvOptions options)
    {
        if (options.Guard == CsvGuard.Off) return 0;
        long touched = 0;
        foreach (var column in table.Columns)
        {
            if (FormulaGuard.Touches(Encoding.UTF8.GetBytes(column.Name), options.Guard)) touched++;
            if (column.Kind != ValueKind.Text) continue;
            int[]? counts = null;
            for (var code = 1; code < column.Values.ValueCount; code++)
                if (FormulaGuard.Touches(column.Values.Utf8(code), options.Guard)) touched += (counts ??= column.Values.CountByCode())[code];
        }

        return touched;
    }

    /// <summary>One worker's buffers.</summary>
    private sealed class Worker(RenderedColumn[] columns, RowBlocks blocks, CsvOptions options) : IDisposable
    {
        private readonly int[] _codes = new int[columns.Length * blocks.Size];

        public ByteBlock Block { get; } = new(1 << 19);

        public void Make(int block)
        {
            Block.Clear();
            blocks.CopyCodes(columns, block, _codes);
            var separator = (byte)options.Separator;
            var rowEnd = RowEnd(options);
            for (var row = 0; row < blocks.RowsOf(block); row++)
            {
                for (var (c, at) = (0, row); c < columns.Length; c++, at += blocks.Size)
                {
                    if (c > 0) Block.Add(separator);
                    if (_codes[at] != 0) columns[c].Add(_codes[at], Block);
                    else if (columns.Length == 1) Block.Add("\"\""u8); // readers skip a line that is empty, and the row would be lost
                }

                Block.Add(rowEnd);
            }
        }

        public void Dispose() => Block.Dispose();
    }
}
