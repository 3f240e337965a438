namespace MigrationClean.Samples.Export;

/// <summary>Packs bits from the lowest of each byte upwards, as deflate wants them.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> bytes = [];
    private int current;
    private int used;

    public void Write(int value, int count)
    {
        current |= value << used;
        used += count;
        while (used >= 8)
        {
            bytes.Add((byte)current);
            current >>= 8;
            used -= 8;
        }
    }

    public byte[] ToArray() => used > 0 ? [.. bytes, (byte)current] : [.. bytes];
}
