using MigrationClean.Checks;
using MigrationClean.Checks.Patterns;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Interviews that answered a gate question so as to skip what depends on it.</summary>
internal static class Gates
{
    /// <summary>A metric for each gate question that the settings declare (BCK-01, <c>gates</c>).</summary>
    public static IEnumerable<Metric> Of(CheckContext context, IReadOnlyList<string> names)
    {
        if (names.Count == 0) yield break;
        var rows = context.Submissions.Main.RowCount;
        foreach (var name in names)
        {
            if (!context.Submissions.Forms.SelectMany(f => f.Questions).Any(q => q.Name == name))
                throw UnknownName.Of("question", "gates", name, context.Submissions.Forms.SelectMany(f => f.Questions).Select(q => q.Name));
            var (part, whole) = (new int[rows], new int[rows]);
            foreach (var column in context.Asked.Columns.Where(c => c.Question.Name == name && c.Table.Parent is null))
                foreach (var (first, codes) in column.Blocks())
                    for (var i = 0; i < codes.Count; i++)
                    {
                        if (codes[i] <= 0) continue;
                        whole[first + i] = 1;
                        if (AskedCounts.GatesOf(column.Result, first + i).Contains(column.Question)) part[first + i] = 1;
                    }

            yield return new RateMetric($"gate_{name}", row => (part[row], whole[row]));
        }
    }
}
