using System.Globalization;

namespace MigrationClean.Checks.Numerics;

/// <summary>Results as text: six significant digits, half to even, plain notation. Source: cleaning §9.</summary>
internal static class Significant
{
    private const int Digits = 6;
    private const double Smallest = 1e-9;
    private const double Largest = 1e15;

    /// <summary>The text of a finite number.</summary>
    public static string Text(double value)
    {
        var size = Math.Abs(value);
        if (size == 0) return "0";
        if (size is < Smallest or > Largest) return value.ToString("G6", CultureInfo.InvariantCulture);

        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(size));
        if (decimals >= 0) return decimal.Round((decimal)value, Math.Min(decimals, 28), MidpointRounding.ToEven).ToString("0.############################", CultureInfo.InvariantCulture);
        var unit = (decimal)Math.Pow(10, -decimals);
        return (decimal.Round((decimal)value / unit, 0, MidpointRounding.ToEven) * unit).ToString("0", CultureInfo.InvariantCulture);
    }
}
