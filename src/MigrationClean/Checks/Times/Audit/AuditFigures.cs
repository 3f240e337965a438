namespace MigrationClean.Checks.Times.Audit;

/// <summary>What an audit log says about the time of an interview.</summary>
/// <remarks>
/// Active time is the sum over events of questions and the end screen, each event cut at a cap; a question visited several times has the sum of its visits. A question whose end is
/// not written counts as unknown, not as zero. The time between sittings is not active. Source: cleaning §4.4.
/// </remarks>
internal sealed class AuditFigures
{
    private AuditFigures(Dictionary<string, (double? Seconds, int Visits)> questions) => Questions = questions;

    /// <summary>Active minutes, or <see langword="null"/> where no event tells a time.</summary>
    public double? ActiveMinutes { get; private init; }

    /// <summary>Minutes that were cut off at the cap.</summary>
    public double CappedMinutes { get; private init; }

    /// <summary>Minutes from the first opening to the last saving, or <see langword="null"/>.</summary>
    public double? ElapsedMinutes { get; private init; }

    /// <summary>The longest time between two events of one sitting, in minutes.</summary>
    public double LongestPause { get; private init; }

    /// <summary>How often the form was opened again.</summary>
    public int Reopenings { get; private init; }

    /// <summary>Answers changed after the question had been left.</summary>
    public int Changes { get; private init; }

    /// <summary>How often somebody went back in the form.</summary>
    public int BackJumps { get; private init; }

    /// <summary>Share of the questions first visited out of the order of the form; 0 where none was visited.</summary>
    public double OutOfOrder { get; private init; }

    /// <summary>Seconds and visits of each question by its path without root and positions (<c>grp/age</c>); seconds <see langword="null"/> = unknown.</summary>
    public IReadOnlyDictionary<string, (double? Seconds, int Visits)> Questions { get; }

    /// <summary>Places at which the device was, first and last; <see langword="null"/> where none is written.</summary>
    public ((double Latitude, double Longitude) First, (double Latitude, double Longitude) Last)? Places { get; private init; }

    /// <summary>The figures of a log. O(events · log events).</summary>
    /// <param name="events">In the order of the log.</param>
    /// <param name="capMinutes">Longest time that a single event counts for.</param>
    /// <param name="order">Place of each question in the form, by path.</param>
    public static AuditFigures Of(IReadOnlyList<AuditEvent> events, double capMinutes, IReadOnlyDictionary<string, int> order)
    {
        var cap = capMinutes * 60_000;
        var questions = new Dictionary<string, (double? Seconds, int Visits)>(StringComparer.Ordinal);
        var left = new HashSet<string>(StringComparer.Ordinal);
        var (active, capped, known, changes, backJumps, last) = (0.0, 0.0, false, 0, 0, -1);
        var firstVisits = new List<int>();
        foreach (var e in events)
        {
            if (!e.IsOfQuestions && e.Kind != "end screen") continue;
            double? length = e is { Start: { } start, End: { } end } && end >= start ? end - start : null;
            if (length is { } time)
            {
                active += Math.Min(time, cap);
                capped += Math.Max(0, time - cap);
                known = true;
            }

            if (e.Kind != "question") continue;
            var path = PathOf(e.Node);
            var before = questions.GetValueOrDefault(path, (0, 0));
            questions[path] = (before.Seconds is { } seconds && length is { } own ? seconds + (own / 1000) : null, before.Visits + 1);
            if (e.IsChanged && left.Contains(e.Node)) changes++;
            left.Add(e.Node);
            if (!order.TryGetValue(path, out var at)) continue;
            if (at < last) backJumps++;
            if (before.Visits == 0) firstVisits.Add(at);
            last = at;
        }

        var sittings = Sittings(events);
        var places = events.Where(e => e is { Latitude: not null, Longitude: not null }).Select(e => (e.Latitude!.Value, e.Longitude!.Value)).ToList();
        return new(questions)
        {
            ActiveMinutes = known ? active / 60_000 : null,
            CappedMinutes = capped / 60_000,
            ElapsedMinutes = Elapsed(events),
            LongestPause = sittings.Pause / 60_000,
            Reopenings = sittings.Count - 1,
            Changes = changes,
            BackJumps = backJumps,
            OutOfOrder = firstVisits.Count == 0 ? 0 : 1 - ((double)InOrder(firstVisits) / firstVisits.Count),
            Places = places.Count == 0 ? null : (places[0], places[^1]),
        };
    }

    /// <summary>A path without root and positions.</summary>
    public static string PathOf(string node)
    {
        var parts = node.Trim('/').Split('/').Skip(1).Select(p => p.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? p[..at] : p);
        return string.Join('/', parts);
    }

    private static double? Elapsed(IReadOnlyList<AuditEvent> events)
    {
        var start = events.FirstOrDefault(e => e.Kind == "form start")?.Start;
        var end = events.LastOrDefault(e => e.Kind is "form finalize" or "form exit")?.Start;
        return start is { } from && end is { } to ? (to - from) / 60_000.0 : null;
    }

    // A sitting begins when the form is opened or resumed, and ends when it is left or saved.
    private static (int Count, double Pause) Sittings(IReadOnlyList<AuditEvent> events)
    {
        var (count, pause) = (0, 0.0);
        long? until = null;
        foreach (var e in events.Where(e => e.Start is not null).OrderBy(e => e.Start))
        {
            if (e.Kind is "form start" or "form resume")
            {
                if (e.Kind == "form start" || until is not null) count++;
                until = e.Start;
                continue;
            }

            if (until is { } before) pause = Math.Max(pause, e.Start!.Value - before);
            var own = e.End ?? e.Start!.Value;
            until = e.Kind is "form exit" or "form finalize" ? null : Math.Max(until ?? own, own);
            if (until is null && e.Kind == "form exit") until = own;
        }

        return (Math.Max(1, count), pause);
    }

    // Length of the longest rising sequence: the questions that are in order.
    private static int InOrder(List<int> visits)
    {
        var tails = new List<int>();
        foreach (var at in visits)
        {
            var place = tails.BinarySearch(at);
            if (place < 0) place = ~place;
            if (place == tails.Count) tails.Add(at);
            else tails[place] = at;
        }

        return tails.Count;
    }
}
