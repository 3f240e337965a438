using System.Buffers;
using MigrationClean.Anonymisation;
using MigrationClean.Files;

namespace MigrationClean.Writing;

/// <summary>A cell of a CSV file: guarded against formulas where it is text, quoted where it has to be (RFC 4180).</summary>
internal sealed class CsvCellFormat : ICellFormat
{
    private readonly byte _separator;
    private readonly CsvGuard _guard;
    private readonly SearchValues<byte> _special;

    /// <param name="options">Separator and guard.</param>
    /// <param name="kind">Only <see cref="ValueKind.Text"/> is guarded.</param>
    public CsvCellFormat(CsvOptions options, ValueKind kind)
    {
        _separator = (byte)options.Separator;
        _guard = kind == ValueKind.Text ? options.Guard : CsvGuard.Off;
        _special = SearchValues.Create([_separator, (byte)'"', (byte)'\r', (byte)'\n']);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> value, ByteBlock block)
    {
        if (value.IsEmpty) return;
        var guarded = FormulaGuard.Touches(value, _guard);
        var quoted = value.IndexOfAny(_special) >= 0 || IsBlank(value[^1]) || (!guarded && IsBlank(value[0]));
        if (quoted) block.Add((byte)'"');
        if (guarded) block.Add((byte)'\'');
        if (quoted) AddDoubled(value, block);
        else block.Add(value);
        if (quoted) block.Add((byte)'"');
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    private static void AddDoubled(ReadOnlySpan<byte> value, ByteBlock block)
    {
        for (var quote = value.IndexOf((byte)'"'); quote >= 0; quote = value.IndexOf((byte)'"'))
        {
            block.Add(value[..(quote + 1)]);
            block.Add((byte)'"');
            value = value[(quote + 1)..];
        }

        block.Add(value);
    }
}
