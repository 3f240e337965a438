using System.Globalization;

namespace MigrationClean.Samples.Logic;

/// <summary>XPath 1.0 values as the samples' forms need them: text, number, truth, or the answers of several instances.</summary>
internal static class Values
{
    public static string Text(object value) => value switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        string[] nodes => nodes.Length > 0 ? nodes[0] : "",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    /// <summary>Dates count as days, as in the ODK clients, so that they can be compared.</summary>
    public static double Number(object value) => value switch
    {
        double d => d,
        bool b => b ? 1 : 0,
        _ when double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ when DateOnly.TryParseExact(Text(value), "yyyy-MM-dd", out var date) => date.DayNumber,
        _ => double.NaN,
    };

    public static bool Truth(object value) => value switch
    {
        bool b => b,
        double d => d != 0 && !double.IsNaN(d),
        string[] nodes => nodes.Length > 0,
        _ => Text(value).Length > 0,
    };

    public static bool Equal(object left, object right)
    {
        if (left is bool || right is bool) return Truth(left) == Truth(right);
        if (left is double || right is double) return Number(left) == Number(right);
        return Text(left) == Text(right);
    }
}
