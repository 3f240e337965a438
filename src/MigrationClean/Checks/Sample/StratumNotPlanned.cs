using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Sample;

/// <summary>Interviews were held in a stratum that is not planned.</summary>
/// <remarks>One finding a stratum. A stratum is called by the labels of its choices; where it was typed, it is an answer and hidden. Source: cleaning §4.9.</remarks>
internal sealed class StratumNotPlanned : SampleCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("SAM-02", "stratum-not-planned");

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Run(CheckContext context, SampleFrame frame)
    {
        if (frame.Sample.Strata.IsEmpty) yield break;
        var planned = frame.Sample.Rows.Select(r => r.Stratum.ToArray()).Where(s => s.Any(v => v.Length > 0)).Select(frame.NameOf).Distinct(StringComparer.Ordinal).ToList();
        var isTyped = frame.Sample.Strata.Any(q => q.Choices is null || !q.Type.IsSelectOne());
        var main = context.Submissions.Main;
        var unplanned = frame.Collected.Where(r => frame.RowsOf(r).Length == 0)
            .GroupBy(r => string.Join('\u001F', frame.StratumOf(r)), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in unplanned)
        {
            var first = group.First();
            var stratum = frame.StratumOf(first);
            if (stratum.All(v => v.Length == 0)) continue;
            var name = frame.NameOf(stratum);
            var near = Nearest.To(name, planned);
            yield return Found(
                frame,
                null,
                new("stratum", name, isTyped),
                Whole("n", group.Count()),
                new("near", near ?? "—", isTyped),
                new FindingArgument("rows", string.Join(", ", group.Take(MostNamed).Select(main.PlaceOf)))) with
            {
                Variant = near is null ? null : "near",
                Question = frame.Sample.Strata[0].Name,
            };
        }
    }
}
