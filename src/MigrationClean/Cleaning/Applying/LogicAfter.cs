using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning.Log;
using MigrationClean.Expressions;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Cleaning.Applying;

/// <summary>
/// Runs the form's logic on the submissions that a log changes, before and after: which calculations get another value, which questions are not asked any
/// more, which are now, and which new values the form would not take (cleaning §6.3, §6.6, §6.7).
/// </summary>
/// <remarks>
/// One evaluation in the form's order is the fixed point: a question that is not asked counts as empty and calculations as recomputed, as in the client.
/// </remarks>
internal sealed class LogicAfter
{
    private const int BlockRows = 2048;

    private readonly SubmissionSet _raw;
    private readonly SubmissionSet _changed;
    private readonly ImmutableArray<int[]?> _origins;
    private readonly ChangeSet _changes;
    private readonly LogRemovals _removals;
    private readonly CheckSettings _settings;
    private readonly RecomputeChoice _recompute;

    /// <summary>Prepares a run.</summary>
    /// <param name="raw">The set as read.</param>
    /// <param name="changed">The set with the lines' changes, without the rows of repeats that the log removes.</param>
    /// <param name="origins">By table: row as read of each row of <paramref name="changed"/>; <see langword="null"/> = the same.</param>
    /// <param name="changes">The lines' changes.</param>
    /// <param name="removals">What the log removes.</param>
    /// <param name="settings">Dialect, zone, words for blank.</param>
    /// <param name="recompute">Which calculations run again.</param>
    public LogicAfter(
        SubmissionSet raw, SubmissionSet changed, ImmutableArray<int[]?> origins, ChangeSet changes, LogRemovals removals, CheckSettings settings, RecomputeChoice recompute) =>
        (_raw, _changed, _origins, _changes, _removals, _settings, _recompute) = (raw, changed, origins, changes, removals, settings, recompute);

    /// <summary>Runs on these submissions.</summary>
    /// <param name="mainRows">Rows of the main table, ascending.</param>
    /// <param name="cancellation">Looked at between blocks.</param>
    public LogicOutcome Run(IReadOnlyList<int> mainRows, CancellationToken cancellation)
    {
        var outcome = new LogicOutcome();
        var context = new CheckContext(_raw, new(), _settings, cancellation);
        var zone = _settings.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        foreach (var ofForm in mainRows.GroupBy(row => _raw.Main.FormOfRow.IsEmpty ? 0 : _raw.Main.FormOfRow[row]).OrderBy(g => g.Key))
        {
            var form = _raw.Forms[ofForm.Key];
            LogicData DataOf(SubmissionSet set) => new(set, form, AttachedFiles.Of(form), text => context.IsBlank(text), zone);
            var (before, after) = (DataOf(_raw), DataOf(_changed));
            var clients = _settings.Dialect == DialectChoice.Auto ? before.Dialects() : null;
            var fixedDialect = _settings.Dialect == DialectChoice.Enketo ? Dialect.Enketo : Dialect.JavaRosa;
            var kinds = ofForm.GroupBy(row => (Dialect: clients is null ? fixedDialect : clients[row], Zone: before.Clock.ZoneOf(row)))
                .OrderBy(g => g.Key.Dialect).ThenBy(g => g.Key.Zone.Id, StringComparer.Ordinal);
            foreach (var kind in kinds) outcome.Add(Run(before, after, kind.Key.Dialect, kind.Key.Zone, [.. kind.Chunk(BlockRows)], cancellation));
        }

        return outcome;
    }

    private LogicOutcome Run(LogicData before, LogicData after, Dialect dialect, TimeZoneInfo zone, int[][] blocks, CancellationToken cancellation)
    {
        var results = new LogicOutcome[blocks.Length];
        var workers = Math.Clamp(Math.Min(_settings.Threads > 0 ? _settings.Threads : Environment.ProcessorCount, blocks.Length / 2), 1, 16);
        var next = -1;
        void Work(int worker)
        {
            var block = new LogicBlock(_raw, _changes, _removals, _origins, _recompute, before, after, dialect, zone);
            for (var i = Interlocked.Increment(ref next); i < blocks.Length; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = block.Run(blocks[i]);
            }
        }

        if (workers == 1) Work(0);
        else Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, Work);
        var outcome = new LogicOutcome();
        foreach (var result in results) outcome.Add(result);
        return outcome;
    }
}
