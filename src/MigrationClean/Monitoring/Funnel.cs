using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring;

/// <summary>Which way a rate is unusual.</summary>
internal enum Side
{
    /// <summary>Too high alone.</summary>
    High,

    /// <summary>Too high or too low.</summary>
    Both,
}

/// <summary>Limits around the rate of all others: how far a unit's rate may be by chance.</summary>
/// <remarks>Where n p or n (1 − p) is under five the exact binomial tail is taken. Source: cleaning §8; Spiegelhalter 2005, "Funnel plots".</remarks>
internal static class Funnel
{
    private const double FewestForNormal = 5;
    private const double WatchZ = 2;
    private const double ActZ = 3;

    /// <summary>Tail probabilities that stand for z = 2 and z = 3.</summary>
    public const double WatchTail = 0.023;

    /// <summary>The one of z = 3.</summary>
    public const double ActTail = 0.00135;

    /// <summary>The mark of a rate.</summary>
    /// <param name="part">How many of the unit's were of the kind.</param>
    /// <param name="n">Of how many.</param>
    /// <param name="p">The rate that is expected: that of all others.</param>
    /// <param name="design">Design factor, at least 1: by how much the variance is larger than that of independent answers.</param>
    /// <param name="side">Which way counts.</param>
    public static Mark Of(int part, int n, double p, double design = 1, Side side = Side.Both)
    {
        if (n == 0) return Mark.None;

        // Fewer answers, as many as independent ones would tell as much.
        var effective = n / design;
        if (effective * p < FewestForNormal || effective * (1 - p) < FewestForNormal)
        {
            var (trials, hits) = ((int)Math.Round(effective), (int)Math.Round(part / design));
            if (trials == 0 || p is <= 0 && part == 0) return Mark.None;
            var high = Tails.BinomialAtLeast(hits, trials, p);
            var low = side == Side.Both ? Tails.BinomialAtMost(hits, trials, p) : 1;
            return OfTail(Math.Min(high, low));
        }

        var z = ((double)part / n - p) / Math.Sqrt(p * (1 - p) / effective);
        if (side == Side.Both) z = Math.Abs(z);
        return z > ActZ ? Mark.Act : z > WatchZ ? Mark.Watch : Mark.None;
    }

    /// <summary>The mark of a tail probability.</summary>
    public static Mark OfTail(double tail) => tail < ActTail ? Mark.Act : tail < WatchTail ? Mark.Watch : Mark.None;

    /// <summary>The design factor of rates pooled over the answers of interviews: variance of the interviews' rates over the binomial one, at least 1.</summary>
    /// <param name="interviews">Answers of the kind and all answers, an interview each.</param>
    /// <remarks>
    /// With the ratio estimator's variance of cluster samples: sum of (part − p whole)² over p (1 − p) sum of whole. Source: cleaning §8; Kish 1965.
    /// </remarks>
    public static double DesignFactor(IReadOnlyList<(int Part, int Whole)> interviews)
    {
        var (part, whole) = (0L, 0L);
        foreach (var (p, w) in interviews) (part, whole) = (part + p, whole + w);
        if (whole == 0 || part == 0 || part == whole || interviews.Count < 2) return 1;
        var rate = (double)part / whole;
        var squares = new double[interviews.Count];
        for (var i = 0; i < squares.Length; i++)
        {
            var off = interviews[i].Part - (rate * interviews[i].Whole);
            squares[i] = off * off;
        }

        return Math.Max(1, Sums.Of(squares) / (rate * (1 - rate) * whole));
    }
}
