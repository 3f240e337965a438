namespace MigrationClean.Anonymisation.Proof;

/// <summary>Cuts a CSV file into parts that each begin with a row, so that several threads can read one file.</summary>
internal static class CsvParts
{
    private const long SmallestPart = 4 << 20;

    /// <summary>The parts of a file, in order; together they are the whole of it. Reads the file up to the last cut.</summary>
    /// <param name="file">The file, at its beginning; it can seek.</param>
    /// <param name="most">Most parts, at least one.</param>
    public static IReadOnlyList<(long Start, long Length)> Of(Stream file, int most)
    {
        var count = (int)Math.Clamp(file.Length / SmallestPart, 1, most);
        var starts = new List<long> { 0 };
        var isQuoted = false;
        var buffer = new byte[1 << 16];
        long at = 0;
        for (int read; starts.Count < count && (read = file.Read(buffer)) > 0; at += read)
        {
            var block = buffer.AsSpan(0, read);
            var wanted = file.Length * starts.Count / count;
            if (at + read <= wanted)
            {
                isQuoted ^= (block.Count((byte)'"') & 1) == 1;
                continue;
            }

            for (var i = 0; i < read; i++)
            {
                if (block[i] == '"') isQuoted = !isQuoted;
                if (block[i] != '\n' || isQuoted || at + i < wanted) continue;
                starts.Add(at + i + 1);
                wanted = file.Length * starts.Count / count;
            }
        }

        return [.. starts.Select((start, i) => (start, (i + 1 < starts.Count ? starts[i + 1] : file.Length) - start))];
    }
}
