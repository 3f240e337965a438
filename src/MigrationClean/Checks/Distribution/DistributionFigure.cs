namespace MigrationClean.Checks.Distribution;

/// <summary>How an enumerator's answers to one question lie against those of all others.</summary>
/// <param name="Row">A row of the enumerator: its answer names them.</param>
/// <param name="Column">The question.</param>
/// <param name="N">The enumerator's answers.</param>
/// <param name="Own">The enumerator's mean, or the share of the choice that differs most.</param>
/// <param name="Others">What the others' answers let expect.</param>
/// <param name="Choice">The choice that differs most, by name; <see langword="null"/> for numbers.</param>
/// <param name="P">Probability of such a difference by chance.</param>
/// <param name="Size">Size of the difference: in standard deviations, or of shares.</param>
internal sealed record DistributionFigure(int Row, AskedColumn Column, int N, double Own, double Others, string? Choice, double P, double Size)
{
    /// <summary>Whether both p and size are beyond the limits.</summary>
    public bool Differs { get; init; }
}
