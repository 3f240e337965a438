using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>Two interviews of one enumerator (else of one device) ran at the same time.</summary>
/// <remarks>
/// Told at both, each with the one it overlaps most. Over half of the shorter one: error. Enumerators' interviews are gone through by their beginning; at most
/// <see cref="MostOpen"/> that are open at once are looked at. Source: cleaning §4.4.
/// </remarks>
internal sealed class Overlap : TimeCheck
{
    private const string MinMinutes = "min_minutes";
    private const int MostOpen = 100;

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-08", "interviews-overlap");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MinMinutes, ParameterKind.Number, "1")];

    /// <summary>Minutes for which two interviews ran at the same time.</summary>
    public static double MinutesOf(InterviewTimes times, int a, int b) =>
        (Math.Min(times.EndOf(a), times.EndOf(b)) - Math.Max(times.StartOf(a), times.StartOf(b))) / 60_000.0;

    /// <summary>For each interview that overlaps others: the one it overlaps most, for how long, and how many there are.</summary>
    public static Dictionary<int, (int Other, double Minutes, int Count)> Find(Interviews interviews, double atLeast)
    {
        var found = new Dictionary<int, (int Other, double Minutes, int Count)>();
        foreach (var rows in interviews.InOrder())
        {
            var open = new List<int>();
            foreach (var row in rows)
            {
                open.RemoveAll(o => interviews.Times.EndOf(o) <= interviews.Times.StartOf(row));
                if (open.Count > MostOpen) open.RemoveAt(0);
                foreach (var other in open)
                {
                    var minutes = MinutesOf(interviews.Times, row, other);
                    if (minutes <= atLeast) continue;
                    Note(row, other, minutes);
                    Note(other, row, minutes);
                }

                open.Add(row);
            }
        }

        return found;

        void Note(int row, int other, double minutes)
        {
            var known = found.GetValueOrDefault(row, (-1, 0, 0));
            found[row] = minutes > known.Minutes ? (other, minutes, known.Count + 1) : (known.Other, known.Minutes, known.Count + 1);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var main = context.Submissions.Main;
        foreach (var (row, (other, minutes, count)) in Find(interviews, context.Of(this).Number(MinMinutes)).OrderBy(o => o.Key))
        {
            var shorter = Math.Min(context.Interviews.Times.MinutesOf(row)!.Value, context.Interviews.Times.MinutesOf(other)!.Value);
            yield return Said(
                context, row, context.Interviews.Times.StartColumn,
                new("minutes", Minutes(minutes)), new("row", $"{main.LocationOf(other).Row}"), new("n", count.ToString(CultureInfo.InvariantCulture))) with
            {
                Severity = minutes > shorter / 2 ? Severity.Error : Severity,
                RelatedSubmission = main.SubmissionIdOf(other),
                Group = main.SubmissionIdOf(Math.Min(row, other)),
            };
        }
    }
}
