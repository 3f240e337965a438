using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring;

/// <summary>How often numbers end in each digit: guessed numbers end in 0 and 5.</summary>
internal sealed class DigitCounts
{
    private readonly int[] _counts = new int[10];

    /// <summary>Numbers counted.</summary>
    public int N { get; private set; }

    /// <summary>Counts a whole number, several times; others are left out.</summary>
    public void Add(double number, int times = 1)
    {
        if (number != Math.Floor(number) || Math.Abs(number) > 1e15) return;
        _counts[(int)(Math.Abs(number) % 10)] += times;
        N += times;
    }

    /// <summary>Share that ends in 0 or 5.</summary>
    public double ShareOfFives => N == 0 ? 0 : (double)(_counts[0] + _counts[5]) / N;

    private double ChiSquare
    {
        get
        {
            var expected = N / 10.0;
            return N == 0 ? 0 : _counts.Sum(c => (c - expected) * (c - expected) / expected);
        }
    }

    /// <summary>The digit preference score: 100 √(χ² / (n (k − 1))), 0 to 100. By chance alone about 100 / √n.</summary>
    public double Score => N == 0 ? 0 : 100 * Math.Sqrt(ChiSquare / (N * 9.0));

    /// <summary>Probability of a score at least as large by chance: chi-square with nine degrees.</summary>
    public double Probability => Tails.ChiSquare(ChiSquare, 9);
}
