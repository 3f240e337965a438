using System.Text;
using System.Text.Unicode;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Cuts a sheet's part into blocks of whole rows for <see cref="SheetScan"/>.</summary>
internal sealed class ScannedSheet(Stream part, CellReading reading, SharedTexts? shared, Location location) : IBlockSource
{
    private const int BlockSize = 256 << 10;
    private const int LongestRow = 64 << 20;

    private readonly ByteList _tail = new();
    private byte[] _rest = [];
    private int _restLength;
    private bool _begun;
    private bool _rowsEnded;
    private bool _partEnded;

    /// <summary>What stands behind the rows, once all blocks were filled.</summary>
    public ReadOnlySpan<byte> Tail => _tail.Span;

    /// <summary>Whether the part holds something that only an XML reader understands. Known once all blocks were filled.</summary>
    public bool IsUnsure { get; private set; }

    /// <inheritdoc/>
    public bool Fill(CellBlock block)
    {
        if (_rowsEnded || IsUnsure) return false;
        if (block.Bytes.Length < BlockSize) block.Bytes = GC.AllocateUninitializedArray<byte>(BlockSize);
        block.Shared = shared;
        FillBytes(block);
        if (!_begun && !Begin(block)) return false;
        while (true)
        {
            var bytes = block.Bytes.AsSpan(0, block.Length);
            var rows = bytes.LastIndexOf("</row>"u8);
            if (rows >= 0)
            {
                Keep(block, rows + "</row>"u8.Length);
                return true;
            }

            var end = bytes.IndexOf("</sheetData"u8);
            if (end >= 0)
            {
                _tail.Append(bytes[end..]);
                block.Length = end;
                ReadTail();
                return true;
            }

            if (_partEnded)
            {
                // Neither rows nor their end: let the XML reader say what is wrong.
                IsUnsure = true;
                return false;
            }

            if (block.Length >= LongestRow) throw new InputException("FILE-05/record", location, new FindingArgument("limit", "64"));
            (_rest, _restLength) = (block.Bytes, block.Length);
            block.Bytes = GC.AllocateUninitializedArray<byte>(block.Bytes.Length * 2);
            FillBytes(block);
        }
    }

    /// <inheritdoc/>
    public bool Parse(CellBlock block)
    {
        var bytes = block.Bytes.AsSpan(0, block.Length);
        if (!Utf8.IsValid(bytes) || bytes.ContainsAnyInRange((byte)0, (byte)8)) return false;
        var sure = new SheetScan(block, reading).Rows();
        if (sure && block.Trouble is null) CellLimits.Check(block);
        return sure || block.Trouble is not null;
    }

    private bool Begin(CellBlock block)
    {
        _begun = true;
        var bytes = block.Bytes.AsSpan(0, block.Length);
        var rows = bytes.IndexOf("<sheetData"u8);
        var end = rows < 0 ? -1 : bytes[rows..].IndexOf((byte)'>');
        if (end < 0 || !IsPlain(bytes[..rows]))
        {
            IsUnsure = true;
            return false;
        }

        var from = rows + end + 1;
        if (bytes[from - 2] == '/')
        {
            _rowsEnded = true;
            _tail.Append(bytes[from..]);
            ReadTail();
            return false;
        }

        bytes[from..].CopyTo(bytes);
        block.Length -= from;
        return true;
    }

    // A declaration and ordinary elements without prefix on the root.
    private static bool IsPlain(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        if (head.StartsWith("<?xml"u8))
        {
            var end = head.IndexOf("?>"u8);
            if (end < 0) return false;
            var declaration = Encoding.ASCII.GetString(head[..end]);
            if (declaration.Contains("encoding", StringComparison.Ordinal) && !declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase)) return false;
            head = head[(end + 2)..];
        }

        return head.TrimStart(" \t\r\n"u8).StartsWith("<worksheet"u8) && head.IndexOf("<!"u8) < 0 && head.IndexOf("<?"u8) < 0;
    }

    private void ReadTail()
    {
        _rowsEnded = true;
        var buffer = new byte[1 << 16];
        for (int read; (read = part.Read(buffer)) > 0;)
        {
            _tail.Append(buffer.AsSpan(0, read));
            if (_tail.Length > LongestRow) throw new InputException("FILE-05/record", location, new FindingArgument("limit", "64"));
        }

        var tail = _tail.Span;
        IsUnsure = tail.IndexOf("<!"u8) >= 0 || tail.IndexOf("<?"u8) >= 0 || !tail.TrimEnd(" \t\r\n"u8).EndsWith("</worksheet>"u8) || !Utf8.IsValid(tail);
    }

    private void FillBytes(CellBlock block)
    {
        _rest.AsSpan(0, _restLength).CopyTo(block.Bytes);
        block.Length = _restLength;
        _restLength = 0;
        while (!_partEnded && block.Length < block.Bytes.Length)
        {
            var read = part.Read(block.Bytes.AsSpan(block.Length));
            _partEnded = read == 0;
            block.Length += read;
        }
    }

    private void Keep(CellBlock block, int rows)
    {
        _restLength = block.Length - rows;
        if (_rest.Length < _restLength || ReferenceEquals(_rest, block.Bytes)) _rest = GC.AllocateUninitializedArray<byte>(Math.Max(_restLength, BlockSize));
        block.Bytes.AsSpan(rows, _restLength).CopyTo(_rest);
        block.Length = rows;
    }
}
