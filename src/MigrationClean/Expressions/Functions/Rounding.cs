using System.Globalization;
using System.Numerics;

namespace MigrationClean.Expressions.Functions;

/// <summary>The ways in which the two engines round.</summary>
/// <remarks>Source: xpath §7.</remarks>
internal static class Rounding
{
    /// <summary>To the nearest whole number, halves towards +∞.</summary>
    public static double HalfUp(double number) => double.IsFinite(number) && Math.Abs(number) < 1e15 ? Math.Floor(number + 0.5) + 0.0 : number;

    /// <summary>To the nearest whole number, halves away from zero.</summary>
    public static double HalfAway(double number) => Math.Round(number, MidpointRounding.AwayFromZero);

    /// <summary>JavaRosa: on the decimal digits, halves towards +∞; more than 30 places give no number.</summary>
    public static double Decimal(double number, double places)
    {
        if (!double.IsFinite(number) || double.IsNaN(places)) return double.NaN;
        var digits = (int)Math.Clamp(Math.Truncate(places), -1000, 1000);
        if (Math.Abs(digits) > 30) return double.NaN;

        // The shortest decimal digits of the number, as integer and exponent: exact arithmetic from here on.
        var (mantissa, exponent) = Parts(number.ToString("R", CultureInfo.InvariantCulture));
        var shift = exponent + digits;
        if (shift >= 0) return number;
        var unit = BigInteger.Pow(10, -shift);
        var rounded = Floor((mantissa * 2) + unit, unit * 2);
        return double.Parse($"{rounded}E{-digits}", CultureInfo.InvariantCulture) + 0.0;
    }

    /// <summary>Enketo: scaled in binary, halves away from zero.</summary>
    public static double Binary(double number, double places)
    {
        if (!double.IsFinite(number) || double.IsNaN(places)) return double.NaN;
        var scale = Math.Pow(10, Math.Truncate(places));
        return scale >= 1 ? HalfAway(number * scale) / scale : HalfAway(number / (1 / scale)) * (1 / scale);
    }

    private static (BigInteger Mantissa, int Exponent) Parts(string text)
    {
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        var digits = mark < 0 ? text : text[..mark];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return (BigInteger.Parse(digits, CultureInfo.InvariantCulture), exponent);
        var whole = digits.Remove(point, 1);
        return (BigInteger.Parse(whole, CultureInfo.InvariantCulture), exponent - (digits.Length - point - 1));
    }

    private static BigInteger Floor(BigInteger number, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(number, divisor, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
