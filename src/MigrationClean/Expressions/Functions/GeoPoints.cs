using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Points as forms store them: <c>lat lon [altitude [accuracy]]</c>, joined by semicolons in a trace or shape.</summary>
internal static class GeoPoints
{
    /// <summary>The points of a text; empty for the empty text, <see langword="null"/> if one cannot be read.</summary>
    public static ImmutableArray<GeoPoint>? Parse(string text)
    {
        var points = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach (var part in text.Split(';'))
        {
            var numbers = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length == 0) continue;
            if (numbers.Length is < 2 or > 4 || !TryDegrees(numbers[0], 90, out var latitude) || !TryDegrees(numbers[1], 360, out var longitude)) return null;
            points.Add(new(latitude, longitude));
        }

        return points.ToImmutable();
    }

    /// <summary>The points of all arguments of a call.</summary>
    /// <returns>What the call gives instead: an error in JavaRosa, no number in Enketo; <see langword="null"/> if there are points.</returns>
    public static Value? Read(in FunctionCall call, out ImmutableArray<GeoPoint> points)
    {
        var all = ImmutableArray.CreateBuilder<GeoPoint>();
        points = [];
        for (var i = 0; i < call.Count; i++)
            foreach (var value in call[i].IsNodes ? call.Nodes(i).Select(n => Value.Of(n)) : [call[i]])
            {
                var text = call.ToText(value, i);
                if (text.IsFailure) return text;
                if (Parse(text.Text) is not { } read) return call.IsJavaRosa ? call.FailAt(i, "point") : Value.NaN;
                all.AddRange(read);
            }

        points = all.ToImmutable();
        return points.IsEmpty && !call.IsJavaRosa ? Value.NaN : null;
    }

    private static bool TryDegrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;
}
