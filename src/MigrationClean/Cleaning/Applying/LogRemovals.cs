using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>The submissions and rows of repeats that a log removes: LOGF-11, LOGF-13 (cleaning §6.3, §6.4).</summary>
internal sealed class LogRemovals
{
    private readonly ImmutableArray<Table> _tables;
    private readonly SortedDictionary<int, ResolvedLine> _submissions = [];
    private readonly SortedDictionary<CellPlace, ResolvedLine> _rows = [];

    /// <summary>The removals among the lines of a log.</summary>
    public LogRemovals(ImmutableArray<Table> tables, IEnumerable<ResolvedLine> lines)
    {
        _tables = tables;
        foreach (var line in lines.Where(l => l.Removes).OrderBy(l => l.Rank))
        {
            var isNew = line.Entry.ChangeType == ChangeType.RemoveSurvey ? _submissions.TryAdd(line.MainRow, line) : _rows.TryAdd(line.Place, line);
            if (isNew) continue;

            // The deletion log tells the reason that a line of the cleaning log leaves out.
            if (line.Entry.ChangeType == ChangeType.RemoveSurvey && _submissions[line.MainRow].Entry.Reason is null && line.Entry.Reason is not null)
                _submissions[line.MainRow] = line;
        }
    }

    /// <summary>The lines that remove submissions, by row of the main table.</summary>
    public IReadOnlyDictionary<int, ResolvedLine> Submissions => _submissions;

    /// <summary>The lines that remove rows of repeats, by place; what hangs below is not named.</summary>
    public IReadOnlyDictionary<CellPlace, ResolvedLine> Rows => _rows;

    /// <summary>Whether another line removes the same already.</summary>
    public bool IsRepeated(ResolvedLine line) => !ReferenceEquals(line.Entry.ChangeType == ChangeType.RemoveSurvey ? _submissions[line.MainRow] : _rows[line.Place], line);

    /// <summary>Whether a row goes, on its own, with a row above it, or with its submission.</summary>
    public bool Goes(int table, int row)
    {
        for (var (t, r) = (table, row); r >= 0;)
        {
            if (t == 0) return _submissions.ContainsKey(r);
            if (_rows.ContainsKey(new(t, r, -1))) return true;
            r = _tables[t].ParentRows[r];
            t = _tables.IndexOf(_tables[t].Parent!);
        }

        return false;
    }

    /// <summary>A line for what the log removes: LOGF-11; <see langword="null"/> where it is for something that stays.</summary>
    public Finding? OnRemoved(ResolvedLine line, bool isIgnored)
    {
        if (line.Entry.ChangeType == ChangeType.RemoveSurvey) return null;
        var isOwn = line.Removes && !_submissions.ContainsKey(line.MainRow);
        if (isOwn || (_submissions.Count == 0 && _rows.Count == 0) || !Goes(line.Place.Table, line.Place.Row)) return null;
        var isHarmless = isIgnored || IsWithdrawn(line.MainRow) || line.Removes || line.Entry.ChangeType == ChangeType.NoAction;
        return LogFindings.About(
            isHarmless ? "LOGF-11/notice" : "LOGF-11", isHarmless ? Severity.Notice : Severity.Error, line.Entry, "uuid", new FindingArgument("submission", line.Entry.Submission));
    }

    // Who withdraws consent takes the decisions about the interview along.
    private bool IsWithdrawn(int mainRow) =>
        _submissions.TryGetValue(mainRow, out var line) && Audit.RemovalReasons.Of(line.Entry).Reason == RemovalReason.WithdrawnConsent;

    /// <summary>Pairs of duplicates of which both go: losing both copies is the commonest accident.</summary>
    /// <param name="found">Findings on the data as read: those that name another submission.</param>
    /// <param name="lines">All lines, for the incidents that they belong to.</param>
    public IEnumerable<Finding> BothOfTwo(IEnumerable<Finding> found, IReadOnlyList<ResolvedLine> lines)
    {
        if (_submissions.Count < 2) return [];
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in _submissions.Keys)
            if (_tables[0].SubmissionIdOf(row) is { } id) rowOf.TryAdd(id, row);

        var pairs = new SortedSet<(int, int)>();
        var haveSurvivor = new HashSet<int>();
        void Add(int a, int b) => pairs.Add((Math.Min(a, b), Math.Max(a, b)));
        void Relate(int row, string other)
        {
            if (!rowOf.TryGetValue(other, out var related)) haveSurvivor.Add(row);
            else if (related != row) Add(row, related);
        }

        foreach (var finding in found)
        {
            if (finding is not { SubmissionId: { } one, RelatedSubmission: { } other }) continue;
            if (rowOf.TryGetValue(one, out var row)) Relate(row, other);
            if (rowOf.TryGetValue(other, out row)) Relate(row, one);
        }

        foreach (var (row, line) in _submissions)
            if (line.Entry.ReplacedBy is { } stays) Relate(row, SubmissionKeys.Normal(stays));
        pairs.RemoveWhere(p => haveSurvivor.Contains(p.Item1) || haveSurvivor.Contains(p.Item2));
        foreach (var copies in _submissions.Keys.Where(r => _tables[0].SubmissionIdOf(r) is not null).GroupBy(r => _tables[0].SubmissionIdOf(r), StringComparer.Ordinal))
            if (copies.Count() > 1 && !CopiesStay(copies.Key!)) Add(copies.First(), copies.ElementAt(1));
        foreach (var incident in lines.Where(l => !string.IsNullOrEmpty(l.Entry.GroupKey)).GroupBy(l => l.Entry.GroupKey, StringComparer.Ordinal))
        {
            int[] rows = [.. incident.Select(l => l.MainRow).Distinct().Order()];
            if (rows.Length > 1 && rows.All(_submissions.ContainsKey)) Add(rows[0], rows[1]);
        }

        return pairs.Where(p => !_submissions[p.Item1].Entry.IsException && !_submissions[p.Item2].Entry.IsException).Select(Both);
    }

    private bool CopiesStay(string id)
    {
        var ids = _tables[0].Identity!;
        for (var row = 0; row < ids.RowCount; row++)
            if (!_submissions.ContainsKey(row) && ids.CodeAt(row) != 0 && ids.TextAt(row) == id) return true;
        return false;
    }

    private Finding Both((int, int) pair)
    {
        var (one, other) = (_submissions[pair.Item1], _submissions[pair.Item2]);
        if ((one.Entry.Location.Row ?? 0) > (other.Entry.Location.Row ?? 0)) (one, other) = (other, one);
        return LogFindings.Error("LOGF-13", other.Entry, "uuid", new("submission", other.Entry.Submission), new("other", one.Entry.Submission)) with
        {
            RelatedRows = [one.Entry.Location.Row ?? 0],
        };
    }
}
