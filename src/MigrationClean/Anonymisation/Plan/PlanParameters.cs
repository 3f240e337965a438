using System.Collections.Immutable;
using System.Globalization;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Parameters of methods: <c>key=value</c> pairs separated by <c>;</c>; a pair for one level begins with it: <c>public:bands=18-24,25-34</c>.</summary>
internal sealed class PlanParameters
{
    /// <summary>No parameters.</summary>
    public static readonly PlanParameters None = new([]);

    private readonly ImmutableArray<Pair> _pairs;

    private PlanParameters(ImmutableArray<Pair> pairs) => _pairs = pairs;

    private readonly record struct Pair(ReleaseLevel? Level, string Key, string Value);

    /// <summary>The keys that are named, each once, in order.</summary>
    public IEnumerable<string> Keys => _pairs.Select(p => p.Key).Distinct(StringComparer.Ordinal);

    /// <summary>Reads a cell.</summary>
    /// <param name="text">The cell; a part without <c>=</c> continues the value before it, as in <c>choices=food;cash</c>.</param>
    /// <returns><see langword="null"/> where a part is no pair, or its level is none.</returns>
    public static PlanParameters? Read(string text)
    {
        var pairs = new List<Pair>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                if (pairs.Count == 0) return null;
                pairs[^1] = pairs[^1] with { Value = $"{pairs[^1].Value};{part}" };
                continue;
            }

            var (level, key) = ((ReleaseLevel?)null, part[..equals].Trim());
            if (key.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
            {
                if (Levels.Read(key[..colon]) is not { } named) return null;
                (level, key) = (named, key[(colon + 1)..].Trim());
            }

            if (key.Length == 0) return null;
            pairs.Add(new(level, key.ToLowerInvariant(), part[(equals + 1)..].Trim()));
        }

        return new([.. pairs]);
    }

    /// <summary>The parameters that count at a level: those of the level before those of all.</summary>
    public PlanParameters At(ReleaseLevel level) =>
        new([.. _pairs.Where(p => p.Level == level).Concat(_pairs.Where(p => p.Level is null)).DistinctBy(p => p.Key)]);

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var pair in _pairs)
                if (pair.Key == key) return pair.Value;
            return null;
        }
    }

    /// <summary>The value of a key as a positive number, the default where it is not named, <see langword="null"/> where it is none.</summary>
    public double? Number(string key, double? otherwise = null)
    {
        if (this[key] is not { } text) return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value : null;
    }

    /// <summary>Only these keys: those that a method reads.</summary>
    public PlanParameters Only(IReadOnlyCollection<string> keys) => new([.. _pairs.Where(p => keys.Contains(p.Key))]);

    /// <summary>As the plan writes them.</summary>
    public override string ToString() =>
        string.Join(';', _pairs.Select(p => p.Level is { } level ? $"{Levels.NameOf(level)}:{p.Key}={p.Value}" : $"{p.Key}={p.Value}"));
}
