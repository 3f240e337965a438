using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples;

/// <summary>Fills the tables into the text of <c>samples/README.md</c>.</summary>
internal static class Readme
{
    public static string Write(IReadOnlyList<string> figures, FaultList returnees, FaultList baseline) =>
        FormText.Resource("readme.md")
            .Replace("{{figures}}", string.Join('\n', figures), StringComparison.Ordinal)
            .Replace("{{figure_count}}", figures.Count.ToString(), StringComparison.Ordinal)
            .Replace("{{faults}}", string.Join('\n', Kinds(returnees, baseline)), StringComparison.Ordinal)
            .Replace("{{returnee_lines}}", returnees.Codes.Count.ToString(), StringComparison.Ordinal)
            .Replace("{{baseline_lines}}", baseline.Codes.Count.ToString(), StringComparison.Ordinal);

    private static IEnumerable<string> Kinds(FaultList returnees, FaultList baseline)
    {
        var codes = returnees.Codes.Concat(baseline.Codes).Select(First).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var code in codes)
            yield return $"| {code} | {returnees.Codes.Count(c => First(c) == code)} | {baseline.Codes.Count(c => First(c) == code)} |";
    }

    private static string First(string codes) => codes.Split(';')[0];
}
