using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Logic;
using MigrationClean.Checks.Outliers;
using MigrationClean.Forms;

namespace MigrationClean.Monitoring;

/// <summary>The questions whose numbers are looked at digit by digit: ages, and others that do not end in 0 or 5 by nature.</summary>
internal static class DigitQuestions
{
    private const int FewestValues = 50;
    private const int FewestDistinct = 20;
    private const double RoundedByNature = 20;

    /// <summary>Questions for an age in years: those of the settings, else by their words.</summary>
    public static ImmutableArray<NumericColumn> Ages(CheckContext context)
    {
        var named = context.Of(new DistributionDiffers()).Texts(DistributionDiffers.AgeQuestions);
        return [.. context.Asked.Numbers.Columns.Where(c => named.IsEmpty ? DatePair.AsksAge(c.Question) : named.Contains(c.Question.Name))];
    }

    /// <summary>
    /// Other whole numbers: those of the settings; else those with many different answers that do not pile up at round numbers in the whole
    /// file. Where everybody rounds (wages), rounding tells nothing about one.
    /// </summary>
    public static ImmutableArray<NumericColumn> Others(CheckContext context)
    {
        var named = context.Of(new DistributionDiffers()).Texts(DistributionDiffers.DigitQuestions);
        var ages = Ages(context);
        return [.. context.Asked.Numbers.Columns.Where(c => named.IsEmpty
            ? c.Question.Type == QuestionType.Integer && !ages.Contains(c) && IsSpread(c)
            : named.Contains(c.Question.Name))];
    }

    /// <summary>Calls back with each number of the questions and the row of the main table that it belongs to.</summary>
    public static void ForEach(ImmutableArray<NumericColumn> columns, Action<int, double> each)
    {
        foreach (var column in columns)
            foreach (var version in column.Versions)
                foreach (var (first, codes) in version.Blocks())
                    for (var i = 0; i < codes.Count; i++)
                        if (codes[i] > 0 && column.IsPlain(codes[i]) && version.RootOf(first + i) is >= 0 and var root) each(root, column.Values[codes[i]]);
    }

    private static bool IsSpread(NumericColumn column)
    {
        var digits = new DigitCounts();
        var distinct = 0;
        for (var code = 1; code < column.Counts.Length; code++)
        {
            if (column.Counts[code] == 0 || !column.IsPlain(code) || Math.Abs(column.Values[code]) < 10) continue;
            distinct++;
            digits.Add(column.Values[code], column.Counts[code]);
        }

        return distinct >= FewestDistinct && digits.N >= FewestValues && digits.Score < RoundedByNature;
    }
}
