using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Categories of fewer than k rows become one; if that one is too small itself, the next smallest joins it. Source: anonymisation §3.5.</summary>
internal sealed class MergeSmall : Method
{
    private const int Smallest = 2;

    public override string Name => "merge-small";

    public override int Strictness => 2;

    public override ImmutableArray<string> Parameters => ["k", "into"];

    public override string? WrongParameter(PlanParameters parameters)
    {
        if (parameters.Number("k", Smallest) is not { } k || k < Smallest || k != Math.Floor(k)) return "k";
        return parameters["into"] is null or { Length: > 0 } ? null : "into";
    }

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var into = context.Parameters["into"] ?? "other";
        var kept = new Keep().Apply(column, context);
        var counts = kept.Values.CountByCode();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 1; code < counts.Length; code++)
            foreach (var category in Categories(kept.Values.Text(code))) rows[category] = rows.GetValueOrDefault(category) + counts[code];

        var merged = Merged(rows, context.K, into);
        var (values, blanked) = merged is null
            ? Rewrite(kept.Values, _ => null)
            : Rewrite(kept.Values, text => string.Join(' ', Categories(text).Select(c => merged.Contains(c) ? into : c).Distinct(StringComparer.Ordinal)));

        ImmutableArray<(string, LocalText)> labels =
        [
            .. kept.Labels.Where(l => merged?.Contains(l.Value) == false && l.Value != into),
            .. merged is null ? [] : kept.Labels.Where(l => l.Value == into),
        ];
        if (merged is { Count: > 0 } && labels.All(l => l.Item1 != into)) labels = labels.Add((into, LocalText.Empty));
        return kept with
        {
            Values = values,
            Kind = ValueKind.Code,
            Blanked = kept.Blanked + blanked,
            Labels = labels,
            Indicators = column.IsSet ? labels : [],
        };

        IEnumerable<string> Categories(string text) => column.IsSet ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [text];
    }

    /// <summary>The categories to merge, or <see langword="null"/> where even all together are fewer than k rows.</summary>
    private static HashSet<string>? Merged(Dictionary<string, int> rows, int k, string into)
    {
        var merged = rows.Where(r => r.Value < k).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        if (merged.Count == 0) return merged;

        var size = rows.Where(r => merged.Contains(r.Key) || r.Key == into).Sum(r => r.Value);
        foreach (var (category, count) in rows.Where(r => !merged.Contains(r.Key) && r.Key != into).OrderBy(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            if (size >= k) break;
            merged.Add(category);
            size += count;
        }

        return size >= k ? merged : null;
    }
}
