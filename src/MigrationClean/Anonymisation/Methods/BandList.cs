using System.Collections.Immutable;
using System.Globalization;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Bands of numbers, e.g. <c>18-24,25-34,60+</c>; the first may be open below (<c>&lt;18</c>), the last above.</summary>
/// <remarks>A band ends where the next one begins: 24.5 belongs to 18-24 if the next is 25-34.</remarks>
internal sealed class BandList
{
    private readonly ImmutableArray<(double From, double To, string Label)> _bands;

    private BandList(ImmutableArray<(double From, double To, string Label)> bands) => _bands = bands;

    /// <summary>The labels in order.</summary>
    public IEnumerable<string> Labels => _bands.Select(b => b.Label);

    /// <summary>Reads bands in ascending order without overlap.</summary>
    /// <returns><see langword="null"/> where a band can't be read, or bands overlap or are out of order.</returns>
    public static BandList? Read(string text)
    {
        var bands = new List<(double From, double To, string Label)>();
        foreach (var label in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadBand(label) is not { } band) return null;
            if (bands.Count > 0)
            {
                var (from, to, before) = bands[^1];
                if (band.From < to || double.IsPositiveInfinity(to)) return null;
                if (band.From - to <= 1) bands[^1] = (from, band.From, before);
                else if (to == from) bands[^1] = (from, to, before);
            }

            bands.Add((band.From, band.To, label));
        }

        return bands.Count == 0 ? null : new([.. bands]);
    }

    /// <summary>Bands of ascending bounds, open at both ends: <c>&lt;5000</c>, <c>5000-9999</c>, <c>10000+</c>.</summary>
    public static BandList Open(IReadOnlyList<double> bounds, bool whole)
    {
        var bands = ImmutableArray.CreateBuilder<(double, double, string)>();
        bands.Add((double.NegativeInfinity, bounds[0], $"<{Print(bounds[0])}"));
        for (var i = 0; i + 1 < bounds.Count; i++)
        {
            var end = whole ? Print(bounds[i + 1] - 1) : $"<{Print(bounds[i + 1])}";
            bands.Add((bounds[i], bounds[i + 1], $"{Print(bounds[i])}-{end}"));
        }

        bands.Add((bounds[^1], double.PositiveInfinity, $"{Print(bounds[^1])}+"));
        return new(bands.ToImmutable());
    }

    /// <summary>The label of a number's band, or <see langword="null"/> outside of all.</summary>
    public string? LabelOf(double number)
    {
        foreach (var (from, to, label) in _bands)
            if (number >= from && (number < to || (to == from && number == from) || (double.IsFinite(to) && number == to && IsLastUpTo(to)))) return label;
        return null;
    }

    internal static string Print(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    // The upper bound belongs to its band unless the next begins there.
    private bool IsLastUpTo(double to) => !_bands.Any(b => b.From == to);

    private static (double From, double To)? ReadBand(string label)
    {
        if (label.StartsWith('<')) return Parse(label[1..]) is { } below ? (double.NegativeInfinity, below) : null;
        if (label.EndsWith('+')) return Parse(label[..^1]) is { } above ? (above, double.PositiveInfinity) : null;
        var dash = label.IndexOf('-', 1);
        if (dash < 0) return Parse(label) is { } single ? (single, single) : null;
        return Parse(label[..dash]) is { } from && Parse(label[(dash + 1)..]) is { } to && from <= to ? (from, to) : null;
    }

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
