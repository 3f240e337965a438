using MigrationClean.Checks;

namespace MigrationClean.Monitoring;

/// <summary>Units whose figures are compared with each other.</summary>
/// <param name="Facts">What is known of each interview.</param>
/// <param name="Units">The units.</param>
/// <param name="Strata">A number for each row of the main table: rows are compared within one, e.g. a site. All 0 = with all.</param>
/// <param name="FewestInterviews">Under so many there is no verdict.</param>
/// <param name="FewestValues">Under so many numbers nothing is said about their digits.</param>
internal sealed record Comparison(InterviewFacts Facts, UnitSet Units, int[] Strata, int FewestInterviews, int FewestValues)
{
    /// <summary>The submissions.</summary>
    public CheckContext Context => Facts.Context;

    /// <summary>A number for each row by what the settings compare within.</summary>
    public static int[] StrataOf(CheckContext context, IEnumerable<string> by)
    {
        var strata = new int[context.Submissions.Main.RowCount];
        foreach (var name in by)
        {
            var texts = UnitSet.TextsOf(context, name) ?? throw UnknownName.Of("question", "by", name, context.Submissions.Main.Columns.Select(c => c.Name));
            var numbers = new Dictionary<(int, string), int>();
            for (var row = 0; row < strata.Length; row++)
            {
                if (!numbers.TryGetValue((strata[row], texts[row]), out var number)) numbers.Add((strata[row], texts[row]), number = numbers.Count);
                strata[row] = number;
            }
        }

        return strata;
    }
}
