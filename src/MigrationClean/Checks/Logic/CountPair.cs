using System.Collections.Immutable;
using MigrationClean.Checks.Outliers;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>A question that says how many iterations a repeat has, where the repeat's own count does not ask for them: the size of a household.</summary>
/// <param name="Counter">The question.</param>
/// <param name="Repeat">The repeat.</param>
/// <param name="Rows">The table of the repeat.</param>
/// <param name="Outer">The table around it, at whose rows iterations are counted.</param>
internal sealed record CountPair(Question Counter, Group Repeat, Table Rows, Table Outer)
{
    /// <summary>The pairs of the settings whose repeat the export holds.</summary>
    /// <exception cref="InputException">A name is in no form, or the question does not stand around the repeat.</exception>
    public static ImmutableArray<CountPair> Of(CheckContext context, Check check, string parameter)
    {
        var pairs = ImmutableArray.CreateBuilder<CountPair>();
        List<Question> questions = [.. context.Submissions.Forms.SelectMany(f => f.Questions)];
        List<Group> repeats = [.. context.Submissions.Forms.SelectMany(f => f.Repeats)];
        foreach (var (first, second) in context.Of(check).Pairs(parameter))
        {
            var counter = questions.Find(q => q.Path == first) ?? questions.Find(q => q.Name == first) ?? throw UnknownName.Of("question", parameter, first, questions.Select(q => q.Name));
            var repeat = repeats.Find(r => r.Path == second) ?? repeats.Find(r => r.Name == second) ?? throw UnknownName.Of("question", parameter, second, repeats.Select(r => r.Name));
            if (counter.Repeat is { } around && !repeat.Ancestors.Contains(around)) throw new InputException("settings/count-pair", null, new("first", first), new FindingArgument("second", second));
            if (context.Submissions.Find(repeat.Path) is { Parent: { } outer } rows) pairs.Add(new(counter, repeat, rows, outer));
        }

        return pairs.DrainToImmutable();
    }

    /// <summary>The rows around the repeat where its iterations are not as many as the question says.</summary>
    /// <remarks>
    /// Nothing is said where the question is blank, no whole number or stands for no answer, and where a repeat on a condition has no iterations:
    /// it may not have been asked. O(rows).
    /// </remarks>
    public IEnumerable<(int Row, int Expected, int Actual)> Differences(CheckContext context)
    {
        if (RowValues.Of(context, Outer, Counter.Path, "") is not { } said) yield break;
        var codes = SpecialCodes.Of(Counter, context.Settings);
        var counts = new int[Outer.RowCount];
        foreach (var parent in Rows.ParentRows)
            if (parent >= 0) counts[parent]++;
        for (var row = 0; row < counts.Length; row++)
        {
            var number = said.NumberAt(row);
            if (!(number >= 0 && number <= int.MaxValue && Math.Floor(number) == number) || codes.DeclaredAs(number) != SpecialCode.None) continue;
            if (number != counts[row] && (counts[row] > 0 || !Repeat.IsConditional)) yield return (row, (int)number, counts[row]);
        }
    }
}
