using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.BackCheck;

namespace MigrationClean.Monitoring;

/// <summary>The comparison with second interviews by enumerator, back-checker and question.</summary>
internal static class BackCheckSheet
{
    private const double Watch = 0.05;

    /// <summary>The lines; empty without second interviews.</summary>
    public static ImmutableArray<BackCheckLine> Of(CheckContext context)
    {
        if (context.BackCheck is not { } backCheck) return [];
        var values = context.Settings.Of(AllChecks.Find("BCK-02")!);
        var (act, fewest) = (values.Number("max_rate"), values.Whole("min_pairs"));
        var main = context.Submissions.Main;
        return
        [
            .. Lines("enumerator", backCheck.Compared, a => context.Interviews.Fieldwork.EnumeratorOf(main, a.Row).Trim(), act, fewest),
            .. Lines("back_checker", backCheck.Compared, a => backCheck.BackCheckerOf(a.SecondRow).Trim(), act, fewest),
            .. backCheck.Questions.SelectMany(q => Lines("question", backCheck.Compared.Where(a => a.Question == q), _ => q.Question.Name, act, fewest)),
        ];
    }

    private static IEnumerable<BackCheckLine> Lines(string side, IEnumerable<ComparedAnswer> answers, Func<ComparedAnswer, string> nameOf, double act, int fewest) =>
        from answer in answers
        let name = nameOf(answer)
        where name.Length > 0
        group answer by (name, answer.Question.Kind) into line
        orderby line.Key.name, line.Key.Kind
        let compared = line.ToList()
        let pairs = compared.Select(a => a.SecondRow).Distinct().Count()
        let differing = compared.Count(a => a.Differs)
        let numbers = compared.Where(a => !double.IsNaN(a.First) && !double.IsNaN(a.Second)).Select(a => (a.First, a.Second)).ToList()
        select new BackCheckLine(
            side, line.Key.name, (int)line.Key.Kind, pairs, compared.Count, differing,
            side == "question" ? PairedFigures.Of(numbers) : null,
            line.Key.Kind != BackCheckKind.Fixed ? Mark.None : pairs < fewest ? Mark.Small : MarkOf((double)differing / compared.Count, act));

    private static Mark MarkOf(double rate, double act) => rate >= act ? Mark.Act : rate >= Watch ? Mark.Watch : Mark.None;
}
