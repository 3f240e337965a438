using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Outliers;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Patterns;

/// <summary>An interview was asked far fewer questions than others: gate questions were answered so as to skip groups.</summary>
/// <remarks>
/// Compared with interviews of the same form version (and group, with <c>by</c>) that other enumerators made; with all others where no enumerator
/// is known. Source: cleaning §4.6.
/// </remarks>
internal sealed class ShortestPath : SubmissionCheck
{
    private const int GatesTold = 3;

    /// <inheritdoc/>
    public override CheckId Id => new("PAT-06", "shortest-path");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool GroupsBy => true;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
        [new("max_share", ParameterKind.Number, "0.6"), new("percentile", ParameterKind.Number, "0.05"), new("min_n", ParameterKind.Whole, "30")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var (values, main) = (context.Of(this), context.Submissions.Main);
        var counts = AskedCounts.Of(context, values.Questions);
        var groups = RowGroups.Of(context, main, values.By);
        var enumerators = Fieldwork.Of(context.Submissions, context.Settings.Columns).Enumerator is { } name ? RowGroups.Of(context, main, [name]) : null;
        var comparable = Enumerable.Range(0, main.RowCount).Where(r => counts[r] > 0 && context.Asked.Counts(r))
            .GroupBy(r => (Form: context.Submissions.FormIndexOf(main, r), Group: groups?.Of(r) ?? 0));
        foreach (var group in comparable)
        {
            List<int> rows = [.. group];
            var result = context.Logic.First(l => l.Data.Form == context.Submissions.Forms[group.Key.Form]);
            var peers = new Peers(counts, rows, enumerators);
            if (rows.Count < values.Whole("min_n"))
            {
                context.NotJudged(Id, null, "too-few", rows.Count, new FindingArgument("least", values.Text("min_n")));
                continue;
            }

            foreach (var row in rows)
            {
                var share = (double)counts[row] / peers.Largest;
                if (share < values.Number("max_share") && peers.CountFor(row) >= values.Whole("min_n") && counts[row] < peers.QuantileFor(row, values.Number("percentile")))
                    yield return Found(context, result, row, counts[row], peers.Largest, values.Number("max_share"));
            }
        }
    }

    private Finding Found(CheckContext context, LogicResult result, int row, int asked, int largest, double limit)
    {
        var gates = string.Join(", ", AskedCounts.GatesOf(result, row).Take(GatesTold).Select(q => q.Name));
        return context.At(this, context.Submissions.Main, row, null, [.. Shares.Arguments(asked, largest), new("gates", gates)]) with
        {
            Variant = gates.Length == 0 ? "no-gate" : null,
            Measure = Significant.Text((double)asked / largest),
            Threshold = $"<{Significant.Text(limit)}",
        };
    }

    /// <summary>Numbers of questions asked by other enumerators in comparable interviews, as a histogram.</summary>
    private sealed class Peers
    {
        private readonly RowGroups? _enumerators;
        private readonly Dictionary<int, (int Count, double Quantile)> _known = [];
        private readonly Dictionary<int, int[]> _own = [];
        private readonly int[] _all;

        public Peers(int[] counts, List<int> rows, RowGroups? enumerators)
        {
            _enumerators = enumerators;
            Largest = rows.Max(r => counts[r]);
            _all = new int[Largest + 1];
            foreach (var row in rows)
            {
                _all[counts[row]]++;
                if (!_own.TryGetValue(KeyOf(row), out var own)) _own.Add(KeyOf(row), own = new int[Largest + 1]);
                own[counts[row]]++;
            }
        }

        public int Largest { get; }

        public int CountFor(int row) => _enumerators is null ? _all.Sum() : _all.Sum() - _own[KeyOf(row)].Sum();

        public double QuantileFor(int row, double p)
        {
            var key = KeyOf(row);
            if (_known.TryGetValue(key, out var known)) return known.Quantile;
            var own = _own[key];
            var peers = CountedValues.Of([.. _all.Select((n, asked) => ((double)asked, _enumerators is null ? n : n - own[asked])).Where(e => e.Item2 > 0)]);
            var quantile = peers.Count == 0 ? 0 : peers.Quantile(p);
            _known[key] = (peers.Count, quantile);
            return quantile;
        }

        private int KeyOf(int row) => _enumerators?.Of(row) ?? 0;
    }
}
