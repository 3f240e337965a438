using System.Buffers.Text;
using System.Globalization;

namespace MigrationClean.Checks.Answers;

/// <summary>Whether a text is a number as a client stores it, and which number was probably meant where it is not.</summary>
internal static class NumberText
{
    private const int LongestNumber = 40;

    /// <summary>Whether it is a whole number of 32 bits. <c>3.0</c> is another spelling of 3.</summary>
    public static bool IsInteger(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        if (point >= 0 && text[(point + 1)..].ContainsAnyExcept((byte)'0')) return false;
        var whole = point >= 0 ? text[..point] : text;
        var digits = whole.StartsWith((byte)'-') ? whole[1..] : whole;
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Utf8Parser.TryParse(whole, out long value, out var used) && used == whole.Length && value is >= int.MinValue and <= int.MaxValue;
    }

    /// <summary>Whether it is a finite number with at most one decimal point.</summary>
    /// <param name="text">Without blanks around it.</param>
    /// <param name="typed">Whether the cell was a number in the file: then an exponent is the file's own spelling.</param>
    public static bool IsDecimal(ReadOnlySpan<byte> text, bool typed)
    {
        var digits = text.StartsWith((byte)'-') ? text[1..] : text;
        int points = 0, figures = 0;
        foreach (var letter in digits)
        {
            if (letter is >= (byte)'0' and <= (byte)'9') figures++;
            else if (letter == (byte)'.') points++;
            else return typed && Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length && double.IsFinite(number);
        }

        return points <= 1 && figures is > 0 and <= 300;
    }

    /// <summary>
    /// The number that was meant, where only one can have been: <c>3,5</c> is 3.5, <c>1 204,5</c> is 1204.5, <c>+7</c> is 7. Not for
    /// <c>1,204</c>, which is 1204 to one reader and 1.204 to another.
    /// </summary>
    /// <returns>
    /// A text that <see cref="IsDecimal"/> (or, if <paramref name="whole"/>, <see cref="IsInteger"/>) accepts; else <see
    /// langword="null"/>.
    /// </returns>
    public static string? Meant(string text, bool whole)
    {
        if (text.Length > LongestNumber) return null;
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\'')).TrimStart('+').Replace('\u2212', '-');
        var (commas, points) = (bare.Count(c => c == ','), bare.Count(c => c == '.'));
        if (commas == 1 && points == 0 && IsGrouped(bare, ',')) return null;
        if (commas > 0 && points > 0)
            bare = bare.LastIndexOf(',') > bare.LastIndexOf('.') ? bare.Replace(".", "") : bare.Replace(",", "");
        else if (commas > 1)
            bare = bare.Replace(",", "");
        bare = bare.Replace(',', '.');

        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(bare, Written, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return null;
        if (whole && (value is < int.MinValue or > int.MaxValue || value != Math.Floor(value))) return null;
        if (whole) return ((int)value).ToString(CultureInfo.InvariantCulture);
        return bare.Contains('e', StringComparison.OrdinalIgnoreCase) ? value.ToString("R", CultureInfo.InvariantCulture) : bare;
    }

    /// <summary>Whether three digits follow the only separator: thousands or thousandths.</summary>
    private static bool IsGrouped(string text, char separator) =>
        text.Length - text.IndexOf(separator, StringComparison.Ordinal) == 4 && !text.StartsWith('0');
}
