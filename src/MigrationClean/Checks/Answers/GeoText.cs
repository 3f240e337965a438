using System.Buffers.Text;

namespace MigrationClean.Checks.Answers;

/// <summary>
/// Whether a text is a point, a line or an area as a client stores it: <c>lat lon [altitude [accuracy]]</c>, points joined by <c>;</c>.
/// </summary>
internal static class GeoText
{
    /// <summary>Latitude −90…90 and longitude −180…180 in degrees, accuracy in metres not below 0.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> text) => TryPoint(text, out _, out _);

    /// <summary>At least two points.</summary>
    public static bool IsLine(ReadOnlySpan<byte> text) => CountPoints(text, out _) >= 2;

    /// <summary>At least four points, the last of which is the first.</summary>
    public static bool IsArea(ReadOnlySpan<byte> text) => CountPoints(text, out var closed) >= 4 && closed;

    /// <summary>The point that was meant where decimal commas were written: <c>42,87 74,59</c>.</summary>
    public static string? MeantPoint(string text)
    {
        var parts = text.Split((char[])[' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        var meant = string.Join(' ', parts.Select(part => part.TrimEnd(',').Replace(',', '.')));
        return meant != text && IsPoint(System.Text.Encoding.UTF8.GetBytes(meant)) ? meant : null;
    }

    private static int CountPoints(ReadOnlySpan<byte> text, out bool closed)
    {
        var points = 0;
        (double, double) first = default, last = default;
        closed = false;
        foreach (var range in text.Split((byte)';'))
        {
            var part = text[range].Trim((byte)' ');
            if (part.IsEmpty && range.End.Value == text.Length) break; // Some clients end the list with a separator.
            if (!TryPoint(part, out var latitude, out var longitude)) return 0;
            last = (latitude, longitude);
            if (points++ == 0) first = last;
        }

        closed = first == last;
        return points;
    }

    private static bool TryPoint(ReadOnlySpan<byte> text, out double latitude, out double longitude)
    {
        Span<double> numbers = stackalloc double[4];
        var count = 0;
        foreach (var range in text.Split((byte)' '))
        {
            var part = text[range];
            if (part.IsEmpty) continue;
            if (count == 4 || !Utf8Parser.TryParse(part, out double number, out var used) || used != part.Length || !double.IsFinite(number))
            {
                (latitude, longitude) = (0, 0);
                return false;
            }

            numbers[count++] = number;
        }

        (latitude, longitude) = (numbers[0], numbers[1]);
        return count >= 2 && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && numbers[3] >= 0;
    }
}
