using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Structure;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Duplicates;

/// <summary>Two submissions with different identifiers hold the same answers, repeats included.</summary>
/// <remarks>
/// The client's and the server's own columns are no answers. Refusals are left out: they hold no interview that could be the same. Source:
/// cleaning §4.7.
/// </remarks>
internal sealed class EqualInterview : SubmissionCheck
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public override CheckId Id => new("DUP-01", "equal-interview");

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("min_answers", ParameterKind.Whole, "5")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        foreach (var group in Groups(context))
        {
            var key = main.SubmissionIdOf(group[0]) ?? main.PlaceOf(group[0]);
            foreach (var row in group)
            {
                var others = group.Where(r => r != row).ToList();
                yield return context.At(
                    this,
                    main,
                    row,
                    null,
                    new("n", Number(others.Count)),
                    new FindingArgument("others", string.Join(", ", others.Take(MostNamed).Select(main.PlaceOf)))) with
                {
                    Group = key,
                    RelatedSubmission = main.SubmissionIdOf(others[0]),
                };
            }
        }
    }

    private List<int[]> Groups(CheckContext context)
    {
        var main = context.Submissions.Main;
        var rows = context.Interviews.Where(r => context.Consent.Question is null || context.Consent.Passes(r)).ToArray();
        var (hashes, answered) = Hashes(context, main);
        var least = context.Of(this).Whole("min_answers");
        var answers = new Lazy<EqualAnswers>(() => new(context.Submissions));
        var groups = new List<int[]>();
        foreach (var same in rows.Where(r => answered[r] >= least).GroupBy(r => hashes[r]).Where(g => g.Skip(1).Any()))
        {
            // A hash may be shared by chance.
            var parts = new List<List<int>>();
            foreach (var row in same)
            {
                var part = parts.Find(p => answers.Value.AreEqual(p[0], row));
                if (part is null) parts.Add(part = []);
                part.Add(row);
            }

            groups.AddRange(parts.Where(p => p.Count > 1).Select(p => p.ToArray()));
        }

        groups.Sort((a, b) => a[0].CompareTo(b[0]));
        return groups;
    }

    // Column by column, so that only codes are read in order.
    private static (ulong[] Hashes, int[] Answered) Hashes(CheckContext context, Table main)
    {
        var (hashes, answered) = (new ulong[main.RowCount], new int[main.RowCount]);
        var codes = new int[main.RowCount];
        foreach (var column in main.Columns)
        {
            if (column.Role != ColumnRole.Answer || column.Question is not { HoldsAnswer: true } || column.Value.IsBlank) continue;
            var map = column.Value.HasDistinctCodes ? null : CodedAnswers.Of(column.Value, isSet: false, text => text.IsEmpty).Map;
            column.Value.CopyCodes(0, codes);
            var isPersons = column.Question.Calculation is null && column.Question.Type is not (QuestionType.Calculate or QuestionType.Hidden);
            for (var row = 0; row < codes.Length; row++)
            {
                hashes[row] = (hashes[row] ^ (ulong)(map is null ? codes[row] : map[codes[row]])) * 0x9E3779B97F4A7C15UL;
                hashes[row] ^= hashes[row] >> 29;
                if (isPersons && codes[row] != 0) answered[row]++;
            }
        }

        return (hashes, answered);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
