using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Sample;

/// <summary>Too many of the visited points stand in for others.</summary>
/// <remarks>Source: cleaning §4.9.</remarks>
internal sealed class ManyReplacements : SampleCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("SAM-05", "many-replacements");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_share", ParameterKind.Number, "0.1")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Run(CheckContext context, SampleFrame frame)
    {
        var visited = SampleVisits.Of(context, frame).Select(v => frame.Sample.Rows[v.Key]).ToList();
        var replacements = visited.Count(r => r.Replaces.Length > 0);
        var most = context.Of(this).Number("max_share");
        if (visited.Count == 0 || replacements <= most * visited.Count) yield break;
        yield return Found(
            frame,
            null,
            Whole("n", replacements),
            Whole("visited", visited.Count),
            Whole("limit", 100 * most),
            new FindingArgument("percent", (100.0 * replacements / visited.Count).ToString("0.0", CultureInfo.InvariantCulture)));
    }
}
