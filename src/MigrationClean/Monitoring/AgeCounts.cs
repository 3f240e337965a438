using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring;

/// <summary>How often each age was given: ages that are not asked but guessed end in 0 and 5.</summary>
internal sealed class AgeCounts
{
    private const int Oldest = 120;
    private const int FirstOfWhipple = 23;
    private const int LastOfWhipple = 62;
    private const double ShareOfFives = 0.2;

    private readonly int[] _counts = new int[Oldest + 1];

    /// <summary>Counts an age in whole years; others are left out.</summary>
    public void Add(double age, int times = 1)
    {
        if (age >= 0 && age <= Oldest && age == Math.Floor(age)) _counts[(int)age] += times;
    }

    /// <summary>Ages from 23 to 62.</summary>
    public int InWhipple => _counts[FirstOfWhipple..(LastOfWhipple + 1)].Sum();

    private int Fives => Enumerable.Range(FirstOfWhipple, LastOfWhipple - FirstOfWhipple + 1).Where(a => a % 5 == 0).Sum(a => _counts[a]);

    /// <summary>Whipple's index: 100 = no preference, 500 = only ages that end in 0 or 5. <see langword="null"/> without ages from 23 to 62.</summary>
    public double? Whipple => InWhipple == 0 ? null : 500.0 * Fives / InWhipple;

    /// <summary>Probability of as many ages in 0 and 5 by chance: one-sided exact binomial with 0.2.</summary>
    public double WhippleProbability => Tails.BinomialAtLeast(Fives, InWhipple, ShareOfFives);

    /// <summary>Ages from 10 to 89, those of Myers.</summary>
    public int InMyers => _counts[10..90].Sum();

    /// <summary>
    /// Myers' blended index for ages 10 to 89: half the sum of the digits' distances from 10 %, 0 to 90. <see langword="null"/> without such ages.
    /// </summary>
    /// <remarks>
    /// For digit d, the ages from 10 + d to 79 count d + 1 times and those from 20 + d to 89 count 9 − d times, so that no digit gains from there being more young
    /// people than old ones. Source: Myers 1940.
    /// </remarks>
    public double? Myers()
    {
        var blended = new double[10];
        for (var digit = 0; digit < 10; digit++)
        {
            var (first, second) = (0, 0);
            for (var age = 10 + digit; age < 80; age += 10) first += _counts[age];
            for (var age = 20 + digit; age < 90; age += 10) second += _counts[age];
            blended[digit] = ((digit + 1) * first) + ((9 - digit) * second);
        }

        var all = blended.Sum();
        return all == 0 ? null : blended.Sum(b => Math.Abs((100 * b / all) - 10)) / 2;
    }
}
