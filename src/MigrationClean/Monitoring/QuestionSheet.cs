using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Outliers;
using MigrationClean.Checks.Patterns;

namespace MigrationClean.Monitoring;

/// <summary>Counts how each question is answered. One pass over the codes of each.</summary>
internal static class QuestionSheet
{
    /// <summary>The questions that a person is asked, in form order; of several form versions as one.</summary>
    public static ImmutableArray<QuestionFigures> Of(CheckContext context)
    {
        var outliers = OutlierFigures.Of(context).Where(f => f.Group is null).GroupBy(f => (f.Table, f.Question)).ToDictionary(g => g.Key, g => g.Sum(f => f.Findings));
        return
        [
            .. context.Asked.Columns.Where(c => InterviewRates.CanBeMissed(c.Question))
                .GroupBy(c => (c.Table.Path, c.Question.Name))
                .Select(versions => Of(context, [.. versions], outliers.TryGetValue(versions.Key, out var n) ? n : null)),
        ];
    }

    private static QuestionFigures Of(CheckContext context, AskedColumn[] versions, int? outliers)
    {
        var (asked, missing) = (0, 0);
        var special = new int?[Enum.GetValues<SpecialCode>().Length];
        foreach (var version in versions)
        {
            var counts = new int[version.Column.Value.ValueCount];
            foreach (var (_, codes) in version.Blocks())
                foreach (var code in codes.AsSpan())
                    if (code >= 0) counts[code]++;
            asked += counts.Sum();
            missing += counts[0];
            foreach (var kind in (ReadOnlySpan<SpecialCode>)[SpecialCode.DontKnow, SpecialCode.Refused, SpecialCode.Other])
                if (InterviewRates.Chosen(context, version, kind) is { } chosen)
                    special[(int)kind] = (special[(int)kind] ?? 0) + Enumerable.Range(1, counts.Length - 1).Where(c => chosen[c]).Sum(c => counts[c]);
        }

        var naming = context.Naming(versions[0].Question);
        return new(
            versions[0].Question.Name, naming[1].Value, asked, missing,
            special[(int)SpecialCode.DontKnow], special[(int)SpecialCode.Refused], special[(int)SpecialCode.Other], outliers);
    }
}
