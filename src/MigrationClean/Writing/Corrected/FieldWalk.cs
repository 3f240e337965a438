using MigrationClean.Ingest.Csv;

namespace MigrationClean.Writing.Corrected;

/// <summary>Where a field stands in a text, its quotes included.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its last byte.</param>
/// <param name="IsQuoted">Whether it begins with a quote.</param>
/// <param name="NeedsQuotes">Whether it is quoted and could not do without.</param>
internal readonly record struct FieldPlace(long Start, long End, bool IsQuoted, bool NeedsQuotes);

/// <summary>
/// Walks a text with separators record by record and tells where its fields stand, by the same rules as <see cref="OneRecord"/>, but on a stream of any
/// length, and without changing a byte.
/// </summary>
/// <param name="utf8">The text, standing behind its byte order mark.</param>
/// <param name="dialect">Separator.</param>
/// <param name="start">Offset at which the text stands.</param>
internal sealed class FieldWalk(Stream utf8, CsvDialect dialect, long start)
{
    private const int Quote = '"';
    private const int AtEnd = -1;

    private readonly byte[] _buffer = new byte[1 << 17];
    private long _offset = start;
    private int _at;
    private int _length;

    /// <summary>The fields of the record met last; the same list each time.</summary>
    public List<FieldPlace> Fields { get; } = [];

    /// <summary>Offset of the record's first byte.</summary>
    public long Start { get; private set; }

    /// <summary>Offset behind its last field.</summary>
    public long ContentEnd { get; private set; }

    /// <summary>Offset behind its line end; equal to <see cref="ContentEnd"/> where the text ends without one.</summary>
    public long End => _offset + _at;

    /// <summary>Goes to the next record, which may be an empty line.</summary>
    /// <returns><see langword="false"/> at the text's end.</returns>
    public bool NextRecord()
    {
        Fields.Clear();
        Start = End;
        if (Peek() == AtEnd) return false;
        while (Field())
        {
        }

        return true;
    }

    // True if another field follows.
    private bool Field()
    {
        var fieldStart = End;
        var next = Peek();
        var isQuoted = next == Quote;
        var needsQuotes = false;
        if (isQuoted)
        {
            needsQuotes = Quoted();
            next = Peek();
        }

        while (next != AtEnd && next != dialect.Separator && next is not ('\r' or '\n'))
        {
            _at++;
            next = Peek();
        }

        Fields.Add(new(fieldStart, End, isQuoted, needsQuotes));
        if (next == dialect.Separator)
        {
            _at++;
            return true;
        }

        ContentEnd = End;
        if (next != AtEnd) _at++;
        if (next == '\r' && Peek() == '\n') _at++;
        return false;
    }

    private bool Quoted()
    {
        var needsQuotes = false;
        _at++;
        for (int next; (next = Peek()) != AtEnd;)
        {
            _at++;
            if (next == Quote)
            {
                if (Peek() != Quote) break;
                _at++;
                needsQuotes = true;
            }

            needsQuotes |= next == dialect.Separator || next is '\r' or '\n';
        }

        return needsQuotes;
    }

    private int Peek() => _at < _length || Fill() ? _buffer[_at] : AtEnd;

    private bool Fill()
    {
        _offset += _length;
        _at = 0;
        _length = utf8.Read(_buffer);
        return _length > 0;
    }
}
