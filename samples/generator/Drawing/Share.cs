namespace MigrationClean.Samples.Drawing;

/// <summary>How many of those asked give an answer: a share of all, of the men, of the women; counts; or what is left.</summary>
internal sealed record Share(string Answer)
{
    public double? Total { get; private init; }

    public double? Men { get; private init; }

    public double? Women { get; private init; }

    public bool Counted { get; private init; }

    /// <summary>Percent of all asked and, where it was published, of the men or the women among them.</summary>
    public static Share Of(string answer, double? total = null, double? men = null, double? women = null) =>
        new(answer) { Total = total, Men = men, Women = women };

    public static Share Count(string answer, int men, int women) => new(answer) { Men = men, Women = women, Counted = true };

    public static Share Rest(string answer) => new(answer);
}
