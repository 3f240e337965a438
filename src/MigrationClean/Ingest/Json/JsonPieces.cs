using System.Globalization;
using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest.Json;

/// <summary>Takes a stream of JSON apart: tokens one by one, and whole values where they are wanted, without holding more than one of them.</summary>
internal sealed class JsonPieces(Stream utf8, Location location)
{
    private const int LongestValue = 64 << 20;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _length;
    private long _offset;
    private bool _ended;
    private bool _begun;
    private JsonReaderState _state = new(new() { MaxDepth = 64 });

    /// <summary>Offset in the text behind what was read last: a token, or a whole value.</summary>
    public long Offset => _offset;

    /// <summary>Reads the next token.</summary>
    /// <returns>Its kind; <see cref="JsonTokenType.None"/> at the end.</returns>
    public JsonTokenType Token() => Token(out _);

    /// <summary>Reads the next token.</summary>
    /// <param name="text">A property's name, or empty.</param>
    public JsonTokenType Token(out string text)
    {
        while (true)
        {
            var reader = Reader();
            try
            {
                if (reader.Read())
                {
                    text = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString()! : "";
                    Accept(reader);
                    return reader.TokenType;
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw Damaged(reader.BytesConsumed);
            }

            if (_ended)
            {
                text = "";
                return JsonTokenType.None;
            }

            More();
        }
    }

    /// <summary>Reads the next value whole, or the end of an array.</summary>
    /// <param name="bytes">The value's bytes, good until the next call.</param>
    /// <returns>The kind of its first token.</returns>
    public JsonTokenType Value(out ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var reader = Reader();
            try
            {
                if (reader.Read())
                {
                    var kind = reader.TokenType;
                    var from = _start + (int)reader.TokenStartIndex;
                    if (kind == JsonTokenType.EndArray || reader.TrySkip())
                    {
                        bytes = _buffer.AsSpan(from, _start + (int)reader.BytesConsumed - from);
                        Accept(reader);
                        return kind;
                    }
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw Damaged(reader.BytesConsumed);
            }

            if (_ended) throw Damaged(reader.BytesConsumed);
            More();
        }
    }

    /// <summary>The refusal of a file that is broken so many bytes behind what was read last.</summary>
    public InputException Damaged(long behind) =>
        new("FILE-04/json", location, new FindingArgument("offset", (_offset + behind).ToString(CultureInfo.InvariantCulture)));

    private Utf8JsonReader Reader()
    {
        if (!_begun) Begin();
        return new(_buffer.AsSpan(_start, _length), _ended, _state);
    }

    private void Accept(in Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
        _length -= (int)reader.BytesConsumed;
        _offset += reader.BytesConsumed;
    }

    private void Begin()
    {
        _begun = true;
        More();
        if (!_buffer.AsSpan(_start, _length).StartsWith("\uFEFF"u8)) return;
        _start += 3;
        _length -= 3;
        _offset = 3;
    }

    private void More()
    {
        if (_length >= LongestValue) throw new InputException("FILE-05/record", location, new FindingArgument("limit", "64"));
        if (_length > _buffer.Length / 2)
        {
            var wider = new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start, _length).CopyTo(wider);
            _buffer = wider;
        }
        else
        {
            _buffer.AsSpan(_start, _length).CopyTo(_buffer);
        }

        _start = 0;
        while (_length < _buffer.Length && !_ended)
        {
            var read = utf8.Read(_buffer.AsSpan(_length));
            _ended = read == 0;
            _length += read;
        }
    }
}
