namespace MigrationClean.Ingest.Csv;

/// <summary>Walks the fields of one record byte by byte, whatever its quotes look like, and unescapes them in place.</summary>
internal ref struct OneRecord(Span<byte> bytes, int start, CsvDialect dialect)
{
    private const byte Quote = (byte)'"';

    private readonly Span<byte> _bytes = bytes;
    private int _at = start;
    private bool _ended;

    /// <summary>Fields met so far.</summary>
    public int Fields { get; private set; }

    /// <summary>Offset of the field met last.</summary>
    public int FieldStart { get; private set; }

    /// <summary>Its bytes.</summary>
    public int FieldLength { get; private set; }

    /// <summary>Physical lines met so far.</summary>
    public int Lines { get; private set; } = 1;

    /// <summary>Whether a quoted field was not closed before the text ended.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a quote stood inside an unquoted field, or text after a closing quote.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Offset behind the record, its line end included. Valid when there is no further field.</summary>
    public readonly int End => _at;

    /// <summary>Goes to the next field; <see langword="false"/> at the record's end.</summary>
    public bool NextField()
    {
        if (_ended) return false;
        FieldStart = _at;
        var write = _at;
        if (_at < _bytes.Length && _bytes[_at] == Quote) write = Quoted(write);
        while (_at < _bytes.Length && _bytes[_at] is var b && b != dialect.Separator && b != '\r' && b != '\n')
        {
            IsBroken |= b == Quote;
            _bytes[write++] = b;
            _at++;
        }

        FieldLength = write - FieldStart;
        Fields++;
        EndField();
        return true;
    }

    private void EndField()
    {
        if (_at == _bytes.Length)
        {
            _ended = true;
            return;
        }

        if (_bytes[_at++] == dialect.Separator) return;
        if (_bytes[_at - 1] == '\r' && _at < _bytes.Length && _bytes[_at] == '\n') _at++;
        _ended = true;
    }

    private int Quoted(int write)
    {
        _at++;
        while (true)
        {
            if (_at == _bytes.Length)
            {
                IsOpen = true;
                return write;
            }

            var b = _bytes[_at++];
            if (b == dialect.LineEnd) Lines++;
            if (b == Quote)
            {
                if (_at == _bytes.Length || _bytes[_at] != Quote) break;
                _at++;
            }

            _bytes[write++] = b;
        }

        IsBroken |= _at < _bytes.Length && _bytes[_at] != dialect.Separator && _bytes[_at] != '\r' && _bytes[_at] != '\n';
        return write;
    }
}
