using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Distribution;

/// <summary>Every enumerator's answers against those of all others, question by question.</summary>
internal sealed class Distributions
{
    private Distributions(ImmutableArray<DistributionFigure> figures) => Figures = figures;

    /// <summary>One for each enumerator and question with enough answers.</summary>
    public ImmutableArray<DistributionFigure> Figures { get; }

    /// <summary>Compares. One pass over the codes of each question.</summary>
    public static Distributions Of(CheckContext context)
    {
        if (context.Interviews.Fieldwork.Enumerator is null) return new([]);
        var values = context.Of(new DistributionDiffers());
        var cells = EnumeratorCells.Of(context, values.By);
        var (fewest, minShare, minSd) = (values.Whole("min_interviews"), values.Number("min_difference"), values.Number("min_sd"));
        var figures = new List<DistributionFigure>();
        foreach (var column in context.Asked.Columns.Where(c => c.Table.Parent is null && IsCompared(context, c.Question) && values.Questions.Takes(c.Question)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (column.Question.Type.IsSelectOne()) figures.AddRange(ChoiceShares.Compare(context, column, cells, fewest));
            else if (context.Asked.Numbers.Columns.FirstOrDefault(n => n.Versions.Contains(column)) is { } numbers) figures.AddRange(NumberMeans.Compare(numbers, column, cells, fewest));
        }

        // Among thousands of comparisons some are odd by chance: the limit is that of all of them together.
        var limit = values.Number("p") / Math.Max(1, figures.Count);
        return new([.. figures.Select(f => f with { Differs = f.P < limit && f.Size >= (f.Choice is null ? minSd : minShare) })]);
    }

    // Where somebody was sent is no pattern of their answers.
    private static bool IsCompared(CheckContext context, Question question)
    {
        var columns = context.Settings.Columns;
        string?[] roles = [context.Interviews.Fieldwork.Enumerator, columns.Household, columns.Device, columns.Team, columns.Date, context.Consent.Question?.Name, .. columns.Site, .. columns.Keys.SelectMany(k => k)];
        return question.Calculation is null && !question.IsReadOnly && (question.Type.IsSelectOne() || question.Type.IsNumeric())
            && !roles.Contains(question.Name, StringComparer.Ordinal)
            && context.Settings.Sample?.Strata.Any(s => s.Name == question.Name) != true;
    }
}
