using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MigrationClean.Files;

/// <summary>A small ZIP container for parts that several workers compress: fixed times, CRC-32, zip64 where a part may pass 4 GiB.</summary>
/// <remarks>Needs a stream that seeks: sizes and CRC-32 go into a part's header once it is written. One thread.</remarks>
internal sealed class ZipWriter(Stream stream)
{
    private const uint In32Bits = 0xFFFFFFFF;
    private const ushort Plain = 20;
    private const ushort Zip64 = 45;
    private const ushort Utf8Names = 1 << 11;
    private const ushort FixedDate = (0 << 9) | (1 << 5) | 1; // 1980-01-01

    private readonly List<Part> _parts = [];
    private readonly long _start = stream.Position;
    private Part? _open;

    /// <summary>Writes a whole part, compressed.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true)) deflate.Write(content);

        Begin(name, content.Length);
        Append(compressed.GetBuffer().AsSpan(0, (int)compressed.Length), Crc32.Of(content), content.Length);
        End();
    }

    /// <summary>Begins a part whose deflate stream comes in pieces.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mostBytes">An upper bound of its expanded size: above 4 GiB it gets the zip64 form.</param>
    public void Begin(string name, long mostBytes)
    {
        _open = new(name, stream.Position - _start, mostBytes >= In32Bits);
        WriteLocalHeader(_open);
    }

    /// <summary>Appends a piece of the open part's deflate stream.</summary>
    /// <param name="deflated">The piece.</param>
    /// <param name="crc">CRC-32 of what it expands to.</param>
    /// <param name="length">Bytes of what it expands to.</param>
    public void Append(ReadOnlySpan<byte> deflated, uint crc, long length)
    {
        stream.Write(deflated);
        _open!.Crc = Crc32.Join(_open.Crc, crc, length);
        _open.Length += length;
        _open.Packed += deflated.Length;
    }

    /// <summary>Ends the open part.</summary>
    public void End()
    {
        var end = stream.Position;
        stream.Position = _start + _open!.Offset;
        WriteLocalHeader(_open);
        stream.Position = end;
        _parts.Add(_open);
        _open = null;
    }

    /// <summary>Writes the directory. The stream stays open.</summary>
    public void Finish()
    {
        var offset = stream.Position - _start;
        foreach (var part in _parts) WriteDirectoryEntry(part);
        var size = stream.Position - _start - offset;
        if (offset >= In32Bits || size >= In32Bits || _parts.Count >= ushort.MaxValue) WriteZip64End(offset, size);

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)Math.Min(_parts.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)Math.Min(_parts.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], Narrow(size));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], Narrow(offset));
        stream.Write(end);
    }

    private static uint Narrow(long value) => (uint)Math.Min(value, In32Bits);

    private void WriteLocalHeader(Part part)
    {
        var name = Encoding.UTF8.GetBytes(part.Name);
        Span<byte> head = stackalloc byte[50];
        head.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(head, 0x04034B50);
        WriteCommon(head[4..], part);
        BinaryPrimitives.WriteUInt32LittleEndian(head[18..], part.IsZip64 ? In32Bits : Narrow(part.Packed));
        BinaryPrimitives.WriteUInt32LittleEndian(head[22..], part.IsZip64 ? In32Bits : Narrow(part.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(head[26..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(head[28..], (ushort)(part.IsZip64 ? 20 : 0));
        stream.Write(head[..30]);
        stream.Write(name);
        if (!part.IsZip64) return;

        BinaryPrimitives.WriteUInt16LittleEndian(head[30..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[32..], 16);
        BinaryPrimitives.WriteInt64LittleEndian(head[34..], part.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[42..], part.Packed);
        stream.Write(head[30..]);
    }

    private void WriteDirectoryEntry(Part part)
    {
        var name = Encoding.UTF8.GetBytes(part.Name);
        var farOff = part.Offset >= In32Bits;
        var wide = part.IsZip64 || farOff;
        Span<byte> entry = stackalloc byte[74];
        entry.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(entry, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], wide ? Zip64 : Plain);
        WriteCommon(entry[6..], part);
        if (wide) BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], Zip64);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[20..], wide ? In32Bits : Narrow(part.Packed));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], wide ? In32Bits : Narrow(part.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(entry[28..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[30..], (ushort)(wide ? 28 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(entry[42..], wide ? In32Bits : Narrow(part.Offset));
        stream.Write(entry[..46]);
        stream.Write(name);
        if (!wide) return;

        BinaryPrimitives.WriteUInt16LittleEndian(entry[46..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[48..], 24);
        BinaryPrimitives.WriteInt64LittleEndian(entry[50..], part.Length);
        BinaryPrimitives.WriteInt64LittleEndian(entry[58..], part.Packed);
        BinaryPrimitives.WriteInt64LittleEndian(entry[66..], part.Offset);
        stream.Write(entry[46..]);
    }

    // What both headers share: version needed, flags, method, time, date, CRC-32.
    private static void WriteCommon(Span<byte> head, Part part)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head, part.IsZip64 ? Zip64 : Plain);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], 8);
        BinaryPrimitives.WriteUInt16LittleEndian(head[8..], FixedDate);
        BinaryPrimitives.WriteUInt32LittleEndian(head[10..], part.Crc);
    }

    private void WriteZip64End(long offset, long size)
    {
        var at = stream.Position - _start;
        Span<byte> end = stackalloc byte[76];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064B50);
        BinaryPrimitives.WriteInt64LittleEndian(end[4..], 44);
        BinaryPrimitives.WriteUInt16LittleEndian(end[12..], Zip64);
        BinaryPrimitives.WriteUInt16LittleEndian(end[14..], Zip64);
        BinaryPrimitives.WriteInt64LittleEndian(end[24..], _parts.Count);
        BinaryPrimitives.WriteInt64LittleEndian(end[32..], _parts.Count);
        BinaryPrimitives.WriteInt64LittleEndian(end[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(end[48..], offset);
        BinaryPrimitives.WriteUInt32LittleEndian(end[56..], 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(end[64..], at);
        BinaryPrimitives.WriteUInt32LittleEndian(end[72..], 1);
        stream.Write(end);
    }

    private sealed class Part(string name, long offset, bool isZip64)
    {
        public string Name { get; } = name;

        public long Offset { get; } = offset;

        public bool IsZip64 { get; } = isZip64;

        public uint Crc { get; set; }

        public long Length { get; set; }

        public long Packed { get; set; }
    }
}
