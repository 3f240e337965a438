using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.Outliers;

/// <summary>By what the answers of one group are judged.</summary>
internal enum SpreadKind
{
    /// <summary>Too few answers: not judged.</summary>
    TooFew,

    /// <summary>Too few distinct answers, or no spread: nothing stands out.</summary>
    None,

    /// <summary>Four to nine distinct answers: fences at the quartiles.</summary>
    Fences,

    /// <summary>Modified z of the answers.</summary>
    Raw,

    /// <summary>Modified z of their logarithms.</summary>
    Log,
}

/// <summary>Limits of <c>OUT-01</c>.</summary>
/// <param name="MinN">Fewest answers that are judged.</param>
/// <param name="ZeroShare">Share of zeros above which they are set aside.</param>
/// <param name="Z">Modified z beyond which an answer stands out.</param>
/// <param name="Iqr">Interquartile ranges beyond the quartiles.</param>
internal readonly record struct SpreadLimits(int MinN, double ZeroShare, double Z, double Iqr);

/// <summary>The usual range of a group's answers, robust against the odd ones among them.</summary>
/// <remarks>Source: cleaning §4.5 OUT-01, steps 2 to 5; Iglewicz and Hoaglin 1993, Tukey 1977.</remarks>
internal sealed class Spread
{
    private const int FewestForScale = 10;
    private const int FewestForFences = 4;

    private readonly RobustScale _scale;
    private readonly double _quarter;
    private readonly double _threeQuarters;

    private Spread(SpreadKind kind, CountedValues values, bool zerosAside, SpreadLimits limits)
    {
        (Kind, Values, ZerosAside) = (kind, values, zerosAside);
        if (kind == SpreadKind.TooFew) return;
        _scale = (kind == SpreadKind.Log ? values.Map(Scaled) : values).Robust();
        (_quarter, _threeQuarters) = (values.Quantile(0.25), values.Quantile(0.75));
        if (kind is SpreadKind.Raw or SpreadKind.Log && !_scale.HasSpread) Kind = SpreadKind.None;
        if (kind == SpreadKind.Fences && _threeQuarters == _quarter) Kind = SpreadKind.None;
        Limit = Kind == SpreadKind.Fences ? limits.Iqr : limits.Z;
        (Low, High) = Kind switch
        {
            SpreadKind.Fences => (_quarter - (Limit * Iqr), _threeQuarters + (Limit * Iqr)),
            SpreadKind.None => (values.Min, values.Max),
            _ => (Original(_scale.ValueAt(-Limit)), Original(_scale.ValueAt(Limit))),
        };
    }

    /// <summary>By what is judged.</summary>
    public SpreadKind Kind { get; }

    /// <summary>The answers that are judged, without zeros that were set aside.</summary>
    public CountedValues Values { get; }

    /// <summary>Whether zeros were set aside.</summary>
    public bool ZerosAside { get; }

    /// <summary>The limit that a measure is compared with: of z, or of interquartile ranges.</summary>
    public double Limit { get; }

    /// <summary>Lower end of the usual range, on the answers' own scale.</summary>
    public double Low { get; }

    /// <summary>Upper end of the usual range.</summary>
    public double High { get; }

    private double Iqr => _threeQuarters - _quarter;

    /// <summary>The spread of a group's answers.</summary>
    public static Spread Of(CountedValues values, SpreadLimits limits)
    {
        if (values.Count < limits.MinN) return new(SpreadKind.TooFew, values, false, limits);
        var zerosAside = values.CountOf(0) > limits.ZeroShare * values.Count;
        if (zerosAside) values = values.Without(0);
        if (values.Count < limits.MinN) return new(SpreadKind.TooFew, values, zerosAside, limits);
        var kind = values.Distinct switch { < FewestForFences => SpreadKind.None, < FewestForScale => SpreadKind.Fences, _ => ScaleOf(values) };
        return new(kind, values, zerosAside, limits);
    }

    /// <summary>How far out an answer is: its modified z, or interquartile ranges beyond the nearer quartile; 0 where nothing is judged.</summary>
    public double Measure(double value) => Kind switch
    {
        SpreadKind.TooFew or SpreadKind.None => 0,
        _ when ZerosAside && value == 0 => 0,
        SpreadKind.Fences => value > _threeQuarters ? (value - _threeQuarters) / Iqr : value < _quarter ? (value - _quarter) / Iqr : 0,
        _ => Z(value),
    };

    /// <summary>The modified z of an answer, on the scale that was chosen.</summary>
    public double Z(double value)
    {
        // Out of reach of the logarithm: as far down as can be.
        if (Kind == SpreadKind.Log && value <= -1) return double.NegativeInfinity;
        return _scale.Z(Kind == SpreadKind.Log ? Scaled(value) : value);
    }

    private double Original(double scaled) => Kind == SpreadKind.Log ? Math.Exp(scaled) - 1 : scaled;

    private static double Scaled(double value) => Math.Log(value + 1);

    private static SpreadKind ScaleOf(CountedValues values)
    {
        if (values.Min < 0) return SpreadKind.Raw;
        var logarithms = values.Map(Scaled);
        return Math.Abs(logarithms.KellySkewness) < Math.Abs(values.KellySkewness) ? SpreadKind.Log : SpreadKind.Raw;
    }
}
