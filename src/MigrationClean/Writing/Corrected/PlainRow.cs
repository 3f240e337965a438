using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>Gives the cells of a row that only moves their new number, without taking each apart: most of a large sheet moves when one of its first rows goes.</summary>
internal static class PlainRow
{
    /// <summary>Writes a row from behind its start tag to its end, if all its cells begin with their reference and none has a formula.</summary>
    /// <param name="row">The row's bytes, whole.</param>
    /// <param name="tagEnd">Offset behind its start tag.</param>
    /// <param name="number">Its new number.</param>
    /// <param name="output">Takes the bytes.</param>
    /// <returns><see langword="false"/>, and nothing written, if the row is not of that kind.</returns>
    public static bool TryMove(ReadOnlySpan<byte> row, int tagEnd, int number, ByteBlock output)
    {
        // A colon and "c" may be text, or a cell with a prefix: then the row is taken apart.
        if (row.IndexOf("<f"u8) >= 0 || row.IndexOf("<!"u8) >= 0 || row.IndexOf(":c "u8) >= 0 || row.IndexOf(":f"u8) >= 0) return false;
        var start = output.Length;
        var at = tagEnd;
        for (var next = row[at..].IndexOf("<c"u8); next >= 0; next = row[at..].IndexOf("<c"u8))
        {
            var letters = at + next + "<c r=\""u8.Length;
            var end = row[(at + next)..].StartsWith("<c r=\""u8) ? letters : row.Length;
            while (end < row.Length && row[end] is >= (byte)'A' and <= (byte)'Z') end++;
            var digits = end;
            while (digits < row.Length && row[digits] is >= (byte)'0' and <= (byte)'9') digits++;
            if (digits == end || row[digits] != '"')
            {
                output.Cut(start);
                return false;
            }

            output.Add(row[at..end]);
            output.Add(number);
            at = digits;
        }

        output.Add(row[at..]);
        return true;
    }
}
