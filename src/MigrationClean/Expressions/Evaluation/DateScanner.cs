namespace MigrationClean.Expressions.Evaluation;

/// <summary>What a text says of a date and time; a time alone stands on 1970-01-01.</summary>
/// <param name="Year">4 digits.</param>
/// <param name="Month">As written, 0–99.</param>
/// <param name="Day">As written, 0–99.</param>
/// <param name="Time">Milliseconds since midnight; <see langword="null"/> without a time, NaN for one that does not exist.</param>
/// <param name="Offset">Milliseconds ahead of UTC; <see langword="null"/> where none is written.</param>
internal readonly record struct DateParts(int Year, int Month, int Day, double? Time, double? Offset);

/// <summary>Reads <c>Y-M-D</c>, with an optional <c>T</c>, <c>h:m[:s[.fff]]</c> and <c>Z</c>, <c>±hh</c> or <c>±hh:mm</c>. No allocation.</summary>
/// <remarks>Source: xpath §6.</remarks>
internal ref struct DateScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private DateScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads a date, with or without a time.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out DateParts parts)
    {
        var scanner = new DateScanner(text.Trim());
        return scanner.Date(out parts) && scanner._at == scanner._text.Length;
    }

    /// <summary>Reads a time of day.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, out DateParts parts)
    {
        var scanner = new DateScanner(text.Trim());
        parts = default;
        if (!scanner.Time(out var time, out var offset) || scanner._at != scanner._text.Length) return false;
        parts = new(1970, 1, 1, time, offset);
        return true;
    }

    private bool Date(out DateParts parts)
    {
        parts = default;
        if (!Digits(4, 4, out var year) || !Skip('-') || !Digits(1, 2, out var month) || !Skip('-') || !Digits(1, 2, out var day)) return false;
        (double? time, double? offset) = (null, null);
        if (Skip('T'))
        {
            if (!Time(out var milliseconds, out offset)) return false;
            time = milliseconds;
        }

        parts = new(year, month, day, time, offset);
        return true;
    }

    private bool Time(out double milliseconds, out double? offset)
    {
        (milliseconds, offset) = (0, null);
        if (!Digits(1, 2, out var hour) || !Skip(':') || !Digits(1, 2, out var minute)) return false;
        var (second, thousandths) = (0, 0);
        if (Skip(':'))
        {
            if (!Digits(1, 2, out second)) return false;
            if ((Skip('.') || Skip(',')) && !Fraction(out thousandths)) return false;
        }

        milliseconds = hour > 24 || minute > 59 || second > 60 ? double.NaN : (((((hour * 60) + minute) * 60) + second) * 1000.0) + thousandths;
        return Zone(out offset);
    }

    private bool Zone(out double? offset)
    {
        offset = null;
        if (_at == _text.Length) return true;
        if (Skip('Z'))
        {
            offset = 0;
            return true;
        }

        var sign = Skip('-') ? -1 : Skip('+') ? 1 : 0;
        if (sign == 0) return true;
        if (!Digits(2, 2, out var hours)) return false;
        var hasColon = Skip(':');
        if (!Digits(2, 2, out var minutes) && (hasColon || _at != _text.Length)) return false;
        offset = sign * ((hours * 60) + minutes) * 60_000.0;
        return true;
    }

    private bool Skip(char c)
    {
        if (_at == _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }

    private bool Digits(int least, int most, out int number)
    {
        var start = _at;
        number = 0;
        while (_at < _text.Length && _at - start < most && char.IsAsciiDigit(_text[_at])) number = (number * 10) + _text[_at++] - '0';
        return _at - start >= least;
    }

    // Digits beyond the third are cut, not rounded.
    private bool Fraction(out int thousandths)
    {
        var start = _at;
        thousandths = 0;
        for (var weight = 100; _at < _text.Length && char.IsAsciiDigit(_text[_at]); weight /= 10) thousandths += (_text[_at++] - '0') * weight;
        return _at > start;
    }
}
