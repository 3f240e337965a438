using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>The planned sample, by region (tables-and-settings §5): three lines of it do not fit what was done.</summary>
internal static class ReturneeSample
{
    public static string Write(IReadOnlyList<Interview> interviews)
    {
        var lines = new List<string> { "region,target,buffer" };
        foreach (var region in interviews.GroupBy(i => i["region"]).Where(g => g.Key != "KG-T").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var done = region.Count();
            var target = region.Key switch
            {
                "KG-C" => done + 21,
                "KG-GB" => done - 29,
                _ => done - 4,
            };
            lines.Add($"{region.Key},{target},9");
        }

        return string.Join("\r\n", lines) + "\r\n";
    }
}
