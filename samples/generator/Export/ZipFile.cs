using System.Buffers.Binary;
using System.Text;

namespace MigrationClean.Samples.Export;

/// <summary>Writes a zip whose bytes depend on the content alone: every entry is dated 1980-01-01, and no system is named.</summary>
internal sealed class ZipFile
{
    private const uint Date1980 = 0x00210000;
    private readonly List<(byte[] Name, byte[] Packed, uint Crc, int Size)> entries = [];

    public void Add(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        entries.Add((Encoding.ASCII.GetBytes(name), Deflate.Compress(bytes), Crc(bytes), bytes.Length));
    }

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, packed, crc, size) in entries)
        {
            var offset = (uint)file.Length;
            Put(file, 0x04034B50, 4);
            Common(file, name, packed, crc, size);
            file.Write(name);
            file.Write(packed);
            Put(directory, 0x02014B50, 4);
            Put(directory, 20, 2);
            Common(directory, name, packed, crc, size);
            Put(directory, 0, 2 + 2 + 2 + 4);
            Put(directory, offset, 4);
            directory.Write(name);
        }

        var start = (uint)file.Length;
        directory.WriteTo(file);
        Put(file, 0x06054B50, 4);
        Put(file, 0, 4);
        Put(file, (uint)entries.Count, 2);
        Put(file, (uint)entries.Count, 2);
        Put(file, (uint)directory.Length, 4);
        Put(file, start, 4);
        Put(file, 0, 2);
        return file.ToArray();
    }

    private static void Common(MemoryStream stream, byte[] name, byte[] packed, uint crc, int size)
    {
        Put(stream, 20, 2);
        Put(stream, 0, 2);
        Put(stream, 8, 2);
        Put(stream, Date1980, 4);
        Put(stream, crc, 4);
        Put(stream, (uint)packed.Length, 4);
        Put(stream, (uint)size, 4);
        Put(stream, (uint)name.Length, 2);
        Put(stream, 0, 2);
    }

    private static void Put(MemoryStream stream, uint value, int width)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes[..width]);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
