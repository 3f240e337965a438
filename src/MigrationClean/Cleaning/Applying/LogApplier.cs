using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Applies logs to the submissions as they were read: as a whole or not at all (cleaning §6).</summary>
/// <remarks>The result depends on nothing but raw data, form, logs and settings: not on the order of lines. One pass; O(lines + changed columns × rows).</remarks>
internal sealed class LogApplier
{
    private readonly SubmissionSet _raw;
    private readonly ImmutableArray<Table> _tables;
    private readonly ImmutableArray<ReadLog> _logs;
    private readonly LogOptions _options;
    private readonly CheckSettings _settings;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<LogEntry, LineStatus> _statuses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<int> _withErrors = [];

    private LogApplier(SubmissionSet raw, ImmutableArray<ReadLog> logs, LogOptions options, CheckSettings settings)
    {
        (_raw, _logs, _options, _settings) = (raw, logs, options, settings);
        _tables = [.. raw.Tables];
        foreach (var log in logs) _findings.AddRange(log.Findings);
    }

    /// <summary>Applies.</summary>
    /// <param name="raw">The submissions as read.</param>
    /// <param name="logs">The logs; their lines count as one log.</param>
    /// <param name="options">How.</param>
    /// <param name="settings">Dialect, zone, words for blank.</param>
    /// <param name="found">Findings on the raw data, for those that name another submission.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public static LogOutcome Apply(
        SubmissionSet raw, ImmutableArray<ReadLog> logs, LogOptions options, CheckSettings settings, IEnumerable<Finding> found, CancellationToken cancellation = default) =>
        new LogApplier(raw, logs, options, settings).Run(found, cancellation);

    private LogOutcome Run(IEnumerable<Finding> found, CancellationToken cancellation)
    {
        var lines = Resolved();
        var removals = new LogRemovals(_tables, lines);
        foreach (var both in removals.BothOfTwo(found, lines)) _findings.Add(both);
        var groups = new LineGroups(_tables);
        groups.Add(Staying(lines, removals));
        foreach (var (line, status) in groups.Statuses) _statuses[line.Entry] = status;
        Add(groups.Findings, lines);

        var changes = new ChangeSet(_raw);
        var answers = new AnswerEffects(_tables, changes);
        answers.Apply(groups.Effects);
        Add(answers.Findings, lines);
        cancellation.ThrowIfCancellationRequested();

        var preview = RowsLeft.Of(changes.Preview(_raw), (table, row) => table > 0 && removals.Rows.ContainsKey(new(table, row, -1)));
        var logic = new LogicAfter(_raw, preview.Set, preview.Origins, changes, removals, _settings, _options.Recompute).Run(Concerned(groups.Effects, removals), cancellation);
        Refuse(logic);
        return _findings.Any(f => f.Severity == Severity.Error) ? Refused() : Done(changes, removals, logic, groups.Effects);
    }

    private List<ResolvedLine> Resolved()
    {
        var decided = new List<(LogEntry Entry, bool Na)>();
        foreach (var log in _logs)
            foreach (var entry in log.Entries)
            {
                _statuses[entry] = entry.ChangeType switch { ChangeType.Pending => LineStatus.Pending, ChangeType.AddedSurvey => LineStatus.Ignored, _ => LineStatus.Applied };
                if (entry.ChangeType == ChangeType.Pending && _options.RequireComplete) Refuse(LogFindings.Error("LOGF-20/pending", entry, "change_type"), entry);
                if (_statuses[entry] != LineStatus.Applied) continue;
                if (_options.RequireReview && (entry.ReviewedBy is null || entry.ReviewedAt is null)) Refuse(LogFindings.Error("LOGF-20/review", entry, "reviewed_by"), entry);
                if (entry.IsException && entry.Explanation is null && entry.Headers.ContainsKey("exception")) Refuse(LogFindings.Error("LOGF-20/explanation", entry, "explanation"), entry);
                decided.Add((entry, log.WritesBlankAsNa));
            }

        var resolver = new LineResolver(_raw, decided.Select(d => d.Entry), _options);
        var lines = new List<ResolvedLine>(decided.Count);
        var unreadable = _logs.SelectMany(l => l.Findings).Where(f => f.Severity == Severity.Error).Select(f => RowOf(f.Location)).ToHashSet();
        foreach (var (entry, na) in decided)
        {
            if (unreadable.Contains(RowOf(entry.Location)))
            {
                // Reading has said why; what the submission would hold in the end is not known.
                _statuses[entry] = LineStatus.Refused;
                if (resolver.Resolve(entry with { ChangeType = ChangeType.NoAction }, na, out _) is { } unread) _withErrors.Add(unread.MainRow);
                continue;
            }

            var line = resolver.Resolve(entry, na, out var trouble);
            if (line is not null) lines.Add(line);
            if (trouble is { Severity: Severity.Error }) Refuse(trouble, entry);
            else if (trouble is not null)
            {
                _findings.Add(trouble);
                _statuses[entry] = LineStatus.AlreadyApplied;
            }
        }

        TellOtherExports();
        return lines;
    }

    /// <summary>Says of a log none of whose submissions is there that it belongs to another export.</summary>
    private void TellOtherExports()
    {
        foreach (var log in _logs)
        {
            var unknown = _findings.Count(f => f.Check.Code == "LOGF-01" && f.Severity == Severity.Error && f.Location.File == log.File);
            if (unknown > 1 && unknown == log.Entries.Count(e => _statuses[e] == LineStatus.Refused || e.ChangeType is not (ChangeType.Pending or ChangeType.AddedSurvey)))
                _findings.Add(LogFindings.About("LOGF-01/other-export", Severity.Error, new Location { File = log.File }));
        }
    }

    private List<ResolvedLine> Staying(List<ResolvedLine> lines, LogRemovals removals)
    {
        var staying = new List<ResolvedLine>(lines.Count);
        foreach (var line in lines)
        {
            if (removals.OnRemoved(line, _options.IgnoreOnRemoved) is { } onRemoved)
            {
                if (onRemoved.Severity == Severity.Error) Refuse(onRemoved, line.Entry);
                else
                {
                    _findings.Add(onRemoved);
                    _statuses[line.Entry] = line.Entry.ChangeType == ChangeType.NoAction ? LineStatus.NoAction : LineStatus.Ignored;
                }
            }
            else if (!line.Removes) staying.Add(line);
            else if (removals.IsRepeated(line)) _statuses[line.Entry] = LineStatus.Repeated;
        }

        return staying;
    }

    private void Add(IEnumerable<Finding> findings, List<ResolvedLine> lines)
    {
        var rows = lines.ToLookup(l => l.Entry.Location with { Column = null });
        foreach (var finding in findings)
        {
            _findings.Add(finding);
            if (finding.Severity != Severity.Error) continue;
            foreach (var line in rows[finding.Location with { Column = null }])
            {
                _withErrors.Add(line.MainRow);
                _statuses[line.Entry] = LineStatus.Refused;
            }
        }
    }

    private void Refuse(Finding finding, LogEntry entry)
    {
        _findings.Add(finding);
        _statuses[entry] = LineStatus.Refused;
    }

    /// <summary>The submissions whose logic has to run: those with changes. Where a line is wrong the final values are not known.</summary>
    private List<int> Concerned(IReadOnlyList<ResolvedLine> effects, LogRemovals removals)
    {
        if (_options.Recompute == RecomputeChoice.All) return [.. Enumerable.Range(0, _raw.Main.RowCount).Where(r => !removals.Submissions.ContainsKey(r) && !_withErrors.Contains(r))];
        return [.. effects.Select(e => e.MainRow).Concat(removals.Rows.Values.Select(l => l.MainRow)).Distinct().Where(r => !_withErrors.Contains(r) && !removals.Submissions.ContainsKey(r)).Order()];
    }

    private void Refuse(LogicOutcome logic)
    {
        foreach (var (line, question) in logic.ConstraintBroken)
            Refuse(NewValue.Wrong("LOGF-09", line.Entry, question, new FindingArgument("constraint", question.Constraint!.Text)), line.Entry);
        foreach (var (line, hiddenBy) in logic.NotRelevant)
            Refuse(NewValue.Wrong("LOGF-10", line.Entry, line.Question!, new("node", hiddenBy.Name), new("relevant", hiddenBy.Relevant?.Text ?? "")), line.Entry);
    }

    private LogOutcome Refused() => new()
    {
        Raw = _raw,
        Logs = _logs,
        Findings = Ordered(),
        Lines = Lines(),
        Corrected = _raw,
        Kept = _raw,
        Origins = [.. _tables.Select(_ => (int[]?)null)],
        Removals = new(_tables, []),
    };

    private LogOutcome Done(ChangeSet changes, LogRemovals removals, LogicOutcome logic, IReadOnlyList<ResolvedLine> effects)
    {
        var consequences = new LogConsequences(_raw, _tables);
        foreach (var (place, value, cause, line) in logic.Followed)
        {
            if (cause == ChangeCause.Hidden && _options.CascadeOnlyReports) consequences.WouldHide(place);
            else changes.SetAnswer(place, value, cause, line);
        }

        consequences.Add(logic);
        var notation = new Notation(_raw);
        var applied = changes.Applied(_raw, notation);
        var corrected = RowsLeft.Of(applied, (table, row) => table > 0 && removals.Rows.ContainsKey(new(table, row, -1)));
        var kept = RowsLeft.Of(corrected.Set, (table, row) => table == 0 && removals.Submissions.ContainsKey(row));
        return new()
        {
            Raw = _raw,
            Logs = _logs,
            Findings = Ordered(),
            Lines = Lines(),
            Corrected = corrected.Set,
            Origins = corrected.Origins,
            Kept = kept.Set,
            KeptRows = kept.Origins[0],
            Effects = effects,
            Cells = [.. changes.All.Select(c => new CorrectedCell(c, _tables[c.Place.Table].Columns[c.Place.Column].Raw.TextAt(c.Place.Row), notation.TextOf(c.Place, c.Value) ?? ""))],
            Removals = removals,
            Consequences = consequences.Findings,
        };
    }

    private static (string, string?, int?) RowOf(Location place) => (place.File, place.Sheet, place.Row);

    private ImmutableArray<Finding> Ordered() => [.. _findings.Order(FindingOrder.Comparer)];

    private ImmutableArray<(LogEntry, LineStatus)> Lines() => [.. _logs.SelectMany(l => l.Entries).Select(e => (e, _statuses[e]))];
}
