using System.Buffers;
using System.Globalization;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>Numbers as text, both ways, by dialect.</summary>
/// <remarks>Source: xpath §4. Invariant culture always.</remarks>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly SearchValues<char> ScriptDigits = SearchValues.Create("0123456789.eE+-");

    /// <summary>The number that a text says, or NaN.</summary>
    public static double Parse(string text, EvaluationContext context)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n\f");
        if (trimmed.IsEmpty) return double.NaN;
        if (IsShort(trimmed)) return Whole(trimmed);
        if (IsPlain(trimmed, '.')) return double.Parse(trimmed, Plain, CultureInfo.InvariantCulture);
        if (context.IsJavaRosa)
            return IsPlain(trimmed, ',') ? double.Parse(trimmed.ToString().Replace(',', '.'), Plain, CultureInfo.InvariantCulture) : double.NaN;
        return Dates.LooksLikeDate(trimmed) && Dates.Parse(trimmed, context) is { } milliseconds
            ? milliseconds / Dates.Day
            : ScriptNumber(trimmed);
    }

    /// <summary>The text of a number.</summary>
    public static string Print(double number, Dialect dialect)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return "0";
        var magnitude = Math.Abs(number);
        if (double.IsInteger(number) && magnitude <= int.MaxValue) return ((long)number).ToString(CultureInfo.InvariantCulture);

        var (digits, exponent) = Shortest(magnitude);
        var sign = number < 0 ? "-" : "";
        if (dialect == Dialect.JavaRosa)
        {
            return magnitude is >= 1e7 or < 1e-3
                ? $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}"
                : sign + Positional(digits, exponent);
        }

        if (magnitude is < 1e21 and >= 1e-6) return sign + Positional(digits, exponent);
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    private static bool IsShort(ReadOnlySpan<char> text) => text.Length <= 15 && !text.ContainsAnyExceptInRange('0', '9');

    private static double Whole(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits) number = (number * 10) + digit - '0';
        return number;
    }

    /// <summary>Optional minus, digits with at most one point (or comma), at least one digit.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text, char point)
    {
        var (digits, points) = (0, 0);
        for (var i = text[0] == '-' ? 1 : 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) digits++;
            else if (text[i] != point || ++points > 1) return false;
        }

        return digits > 0;
    }

    /// <summary>What JavaScript's <c>Number()</c> accepts besides: a plus, an exponent, hexadecimal, <c>Infinity</c>.</summary>
    private static double ScriptNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal : double.NaN;
        var unsigned = text.TrimStart("+-");
        if (text.Length - unsigned.Length > 1) return double.NaN;
        if (unsigned.SequenceEqual("Infinity")) return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        if (unsigned.IsEmpty || unsigned.ContainsAnyExcept(ScriptDigits)) return double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    /// <summary>The shortest digits that round-trip, without point, and the exponent of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double magnitude)
    {
        var text = magnitude.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var power = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = mantissa.Replace(".", "", StringComparison.Ordinal);
        var first = whole.AsSpan().IndexOfAnyExcept('0');
        return (whole[first..].TrimEnd('0'), power + (point < 0 ? mantissa.Length : point) - 1 - first);
    }

    private static string Positional(string digits, int exponent)
    {
        if (exponent < 0) return $"0.{new string('0', -exponent - 1)}{digits}";
        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }
}
