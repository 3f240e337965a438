using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Texts;

/// <summary>The same "other" is given so often that the list should have it.</summary>
/// <remarks>
/// Texts of the same words, and texts that differ by a slip of the pen, count as one. Told once a question, at the first submission of each group of
/// texts. Source: cleaning §4.10.
/// </remarks>
internal sealed class OtherFrequent : OtherCheck
{
    /// <summary>Number of answers from which a choice is proposed.</summary>
    internal const string MinimumCount = "min_n";

    /// <summary>Share of the texts from which a choice is proposed.</summary>
    internal const string MinimumShare = "min_share";

    /// <inheritdoc/>
    public override CheckId Id => new("OTH-04", "other-frequent");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Information;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MinimumCount, ParameterKind.Whole, "5"), new(MinimumShare, ParameterKind.Number, "0.05")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, OtherPair pair)
    {
        var blank = BlankByCode(context, pair.Text);
        var rows = pair.Rows(context.Submissions).Where(r => !blank[r.TextCode]).ToList();
        var counts = rows.CountBy(r => r.TextCode).ToDictionary();
        var (least, share) = (context.Of(this).Whole(MinimumCount), context.Of(this).Number(MinimumShare));
        foreach (var group in TextGroups.Of(counts.Select(c => (Text: pair.Text.Value.Text(c.Key), c.Value, c.Key)), out var leftOut))
        {
            var n = group.Sum(code => counts[code]);
            if (n < 2 || pair.Other.ChoiceOf(pair.Text.Value.Text(group[0])) is not null || (n < least && n < share * rows.Count)) continue;
            var first = rows.First(r => group.Contains(r.TextCode)).Row;
            yield return Said(
                context, pair, first,
                new("text", pair.Text.Value.Text(group[0]), Sensitive: true),
                new("n", n.ToString(CultureInfo.InvariantCulture)),
                new("all", rows.Count.ToString(CultureInfo.InvariantCulture))) with
            {
                Group = $"{pair.Other.Asked.Path}:{group[0].ToString(CultureInfo.InvariantCulture)}",
            };
            if (leftOut > 0) context.NotJudged(Id, pair.Other.Asked.Name, "rare-texts", leftOut);
        }
    }
}
