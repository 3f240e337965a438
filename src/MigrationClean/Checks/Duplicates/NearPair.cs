namespace MigrationClean.Checks.Duplicates;

/// <summary>Two interviews that are much alike.</summary>
/// <param name="A">Row of the first.</param>
/// <param name="B">Row of the second, above <paramref name="A"/>.</param>
/// <param name="Differing">In how many compared questions they differ.</param>
/// <param name="Compared">How many questions at least one of them answered.</param>
internal readonly record struct NearPair(int A, int B, int Differing, int Compared)
{
    /// <summary>The share of compared questions in which they agree.</summary>
    public double Share => 1 - ((double)Differing / Compared);
}

/// <summary>When two interviews are much alike (cleaning §4.7).</summary>
/// <param name="MaxDiffering">In at most so many questions they differ; <see langword="null"/> = any number.</param>
/// <param name="MinShare">At least this share of the compared questions agrees; <see langword="null"/> = any share.</param>
/// <param name="MinCompared">At least so many questions are compared.</param>
internal sealed record NearRule(int? MaxDiffering, double? MinShare, int MinCompared)
{
    // 1 − 6/40 is a hair below 0.85 in binary.
    private const double Hair = 1e-12;

    /// <summary>The most questions in which two interviews can differ that are alike.</summary>
    /// <param name="questions">How many questions can be compared.</param>
    public int LimitFor(int questions)
    {
        var limit = MinShare is { } share ? (int)Math.Floor(((1 - share) * questions) + Hair) : questions;
        return Math.Clamp(Math.Min(limit, MaxDiffering ?? questions), 0, questions);
    }

    /// <summary>Whether a pair is alike.</summary>
    public bool Holds(in NearPair pair) =>
        pair.Compared >= Math.Max(1, MinCompared) && (MaxDiffering is not { } most || pair.Differing <= most) && (MinShare is not { } share || pair.Share >= share - Hair);
}
