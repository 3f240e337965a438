namespace MigrationClean.Writing.Corrected;

/// <summary>A stretch of a text that is written in another way.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its last byte; equal to <paramref name="Start"/> where something is put between two bytes.</param>
/// <param name="Text">What stands there in the copy.</param>
internal readonly record struct Splice(long Start, long End, byte[] Text);

/// <summary>Copies a text byte for byte but for its splices. Memory is that of the splices.</summary>
internal static class Splices
{
    /// <summary>Copies a text.</summary>
    /// <param name="from">The text from its beginning.</param>
    /// <param name="splices">Stretches that do not overlap, in any order; of several at one place the one that replaces nothing comes first.</param>
    /// <param name="to">The copy.</param>
    public static void Copy(Stream from, IEnumerable<Splice> splices, Stream to)
    {
        var buffer = new byte[1 << 17];
        var at = 0L;
        foreach (var splice in splices.OrderBy(static s => s.Start).ThenBy(static s => s.End))
        {
            if (splice.Start < at) throw new InvalidOperationException("Two corrections overlap.");
            Move(from, splice.Start - at, buffer, to);
            to.Write(splice.Text);
            Move(from, splice.End - splice.Start, buffer, null);
            at = splice.End;
        }

        for (int read; (read = from.Read(buffer)) > 0;) to.Write(buffer.AsSpan(0, read));
    }

    private static void Move(Stream from, long count, byte[] buffer, Stream? to)
    {
        while (count > 0)
        {
            var read = from.Read(buffer.AsSpan(0, (int)Math.Min(count, buffer.Length)));
            if (read == 0) throw new InvalidOperationException("The export changed while it was copied.");
            to?.Write(buffer.AsSpan(0, read));
            count -= read;
        }
    }
}
