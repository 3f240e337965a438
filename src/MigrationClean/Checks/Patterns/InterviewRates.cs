using MigrationClean.Checks.Numerics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>Counts by interview: of so many answers so many were of a kind. What shares and the monitor's pooled rates are made of.</summary>
/// <remarks>8 bytes a submission. Iterations of repeats count for the interview that they belong to.</remarks>
internal sealed class InterviewRates
{
    private InterviewRates(int interviews) => (Part, Whole) = (new int[interviews], new int[interviews]);

    /// <summary>By row of the main table: how many were of the kind.</summary>
    public int[] Part { get; }

    /// <summary>By row of the main table: of how many.</summary>
    public int[] Whole { get; }

    /// <summary>The share of an interview; 0 where nothing counts.</summary>
    public double Of(int row) => Whole[row] == 0 ? 0 : (double)Part[row] / Whole[row];

    /// <summary>Questions of type integer, decimal, select and text that were asked; those that are blank.</summary>
    public static InterviewRates Missing(CheckContext context, QuestionFilter filter)
    {
        var rates = new InterviewRates(context.Submissions.Main.RowCount);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!CanBeMissed(column.Question) || !filter.Takes(column.Question)) continue;
            foreach (var (first, codes) in column.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (codes[i] >= 0 && column.RootOf(first + i) is >= 0 and var root)
                    {
                        rates.Whole[root]++;
                        if (codes[i] == 0) rates.Part[root]++;
                    }
        }

        return rates;
    }

    /// <summary>Answered questions that offer an answer of a kind; those where it was given.</summary>
    public static InterviewRates Of(CheckContext context, SpecialCode kind, QuestionFilter filter)
    {
        var rates = new InterviewRates(context.Submissions.Main.RowCount);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!filter.Takes(column.Question) || Chosen(context, column, kind) is not { } chosen) continue;
            foreach (var (first, codes) in column.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (codes[i] > 0 && column.RootOf(first + i) is >= 0 and var root)
                    {
                        rates.Whole[root]++;
                        if (chosen[codes[i]]) rates.Part[root]++;
                    }
        }

        return rates;
    }

    /// <summary>Batteries answered; those with one answer throughout.</summary>
    /// <param name="context">The submissions; the settings of PAT-05 say what a battery is.</param>
    public static InterviewRates StraightLined(CheckContext context)
    {
        var (rates, values) = (new InterviewRates(context.Submissions.Main.RowCount), context.Of(new StraightLining()));
        var least = values.Whole("min_items");
        foreach (var battery in Battery.In(context, values.Questions, least, values.Texts("batteries")))
            foreach (var (first, rows) in BatteryAnswers.Of(battery))
                for (var i = 0; i < rows.Count; i++)
                    if (rows[i].Answered >= least && battery.Items[0].RootOf(first + i) is >= 0 and var root)
                    {
                        rates.Whole[root]++;
                        if (rows[i].IsStraight(least)) rates.Part[root]++;
                    }

        return rates;
    }

    /// <summary>Whether a blank is missed: numbers, texts and choices that a person is asked for.</summary>
    public static bool CanBeMissed(Question question) =>
        question.Calculation is null && !question.IsReadOnly
        && (question.Type is QuestionType.Integer or QuestionType.Decimal or QuestionType.Text || question.Type.IsSelectOne() || question.Type.IsSelectMultiple());

    /// <summary>By code whether the answer is of the kind; <see langword="null"/> where the question offers none.</summary>
    public static bool[]? Chosen(CheckContext context, AskedColumn column, SpecialCode kind)
    {
        var question = column.Question;
        if (question.Calculation is not null || !(question.Type.IsSelectOne() || question.Type.IsSelectMultiple() || question.Type.IsNumeric())) return null;
        var special = SpecialCodes.Of(question, context.Settings);
        if (!special.Offers(kind)) return null;

        var values = column.Column.Value;
        var chosen = new bool[values.ValueCount];
        for (var code = 1; code < chosen.Length; code++)
        {
            if (question.Type.IsNumeric()) chosen[code] = double.TryParse(values.Utf8(code), System.Globalization.CultureInfo.InvariantCulture, out var number) && special.DeclaredAs(number) == kind;
            else if (question.Type.IsSelectOne()) chosen[code] = special.OfChoice(values.Text(code)) == kind;
            else chosen[code] = values.Text(code).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(name => special.OfChoice(name) == kind);
        }

        return chosen;
    }

    /// <summary>The spread of the shares of all interviews that have one.</summary>
    public (int Count, RobustScale Scale) Spread()
    {
        double[] shares = [.. Enumerable.Range(0, Whole.Length).Where(r => Whole[r] > 0).Select(Of)];
        Array.Sort(shares);
        return (shares.Length, shares.Length == 0 ? default : RobustScale.Of((ReadOnlySpan<double>)shares));
    }
}
