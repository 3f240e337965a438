using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What all lines for one cell together do: repeated ones once, chains in the order of review, contradictions refused (cleaning §6.4).</summary>
internal sealed class LineGroups(ImmutableArray<Table> tables)
{
    private readonly List<Finding> _findings = [];
    private readonly List<ResolvedLine> _effects = [];
    private readonly List<(ResolvedLine Line, LineStatus Status)> _statuses = [];

    /// <summary>One line a cell or choice that changes something; it carries the effect of all lines for it.</summary>
    public IReadOnlyList<ResolvedLine> Effects => _effects;

    /// <summary>LOGF-07 and LOGF-12.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What comes of each line.</summary>
    public IReadOnlyList<(ResolvedLine Line, LineStatus Status)> Statuses => _statuses;

    /// <summary>Judges the lines on cells, in any order.</summary>
    public void Add(IEnumerable<ResolvedLine> lines)
    {
        foreach (var group in lines.GroupBy(l => (l.Place, l.Option)).OrderBy(g => g.Key.Place).ThenBy(g => g.Key.Option, StringComparer.Ordinal))
            Judge([.. group.OrderBy(l => l.Rank).ThenBy(l => l.Entry.Location.File, StringComparer.Ordinal).ThenBy(l => l.Entry.Location.Row)]);
    }

    private void Judge(ResolvedLine[] lines)
    {
        ResolvedLine[] changes = lines.Length == 1 && lines[0].Changes ? lines : [.. lines.Where(l => l.Changes)];
        foreach (var line in lines)
            if (!line.Changes) _statuses.Add((line, LineStatus.NoAction));
        if (changes.Length == 0)
        {
            foreach (var line in lines)
                if (line.Said.Length > 0 && !line.FitsOld) _findings.Add(OldValue("LOGF-07/lapsed", Severity.Notice, line));
            return;
        }

        if (changes.Length < lines.Length) Refuse("LOGF-12", lines);
        else if (changes.Length == 1 || changes.All(l => string.Equals(l.Value, changes[0].Value, StringComparison.Ordinal))) Same(changes);
        else Chain(changes);
    }

    private void Same(ResolvedLine[] lines)
    {
        foreach (var line in lines) _statuses.Add((line, lines[0].IsApplied ? LineStatus.AlreadyApplied : line == lines[0] ? LineStatus.Applied : LineStatus.Repeated));
        if (lines[0].IsApplied) return;

        foreach (var line in lines)
            if (!line.FitsOld) _findings.Add(OldValue(VariantOf(line), Severity.Error, line));
        _effects.Add(lines[0]);
    }

    private void Chain(ResolvedLine[] lines)
    {
        var ordered = lines.Select(l => (Line: l, At: TimeOf(l.Entry))).OrderBy(l => l.At).ToArray();
        var isOrdered = ordered.All(l => l.At is not null) && ordered.Zip(ordered.Skip(1)).All(p => p.First.At != p.Second.At);
        var isChain = isOrdered && ordered.Zip(ordered.Skip(1)).All(p => SameAnswer.Holds(p.Second.Line.Question!.Type, p.First.Line.Value ?? "", p.Second.Line.Said));
        if (!isChain)
        {
            Refuse(isOrdered ? "LOGF-12/chain" : "LOGF-12", lines);
            return;
        }

        var last = ordered[^1].Line;
        foreach (var line in lines) _statuses.Add((line, last.IsApplied ? LineStatus.AlreadyApplied : LineStatus.Applied));
        if (last.IsApplied) return;

        if (!ordered.Any(l => l.Line.FitsOld)) _findings.Add(OldValue(VariantOf(ordered[0].Line), Severity.Error, ordered[0].Line));
        _effects.Add(last);
    }

    private void Refuse(string key, ResolvedLine[] lines)
    {
        _findings.Add(Conflict(key, lines));
        foreach (var line in lines) _statuses.Add((line, LineStatus.Refused));
    }

    /// <summary>A finding that several lines contradict each other: at the last of them, with the rows of the others.</summary>
    public static Finding Conflict(string key, IReadOnlyList<ResolvedLine> lines)
    {
        var ordered = lines.OrderBy(l => l.Entry.Location.File, StringComparer.Ordinal).ThenBy(l => l.Entry.Location.Row).ToArray();
        var (last, others) = (ordered[^1].Entry, ordered[..^1]);
        var rows = others.Select(o => o.Entry.Location.File == last.Location.File && o.Entry.Location.Sheet == last.Location.Sheet
            ? Number(o.Entry.Location.Row)
            : $"{o.Entry.Location.File}:{Number(o.Entry.Location.Row)}");
        return LogFindings.Error(key, last, last.Question.Length > 0 ? "question" : "uuid", new("question", last.Question), new("rows", string.Join(", ", rows))) with
        {
            RelatedRows = [.. others.Select(o => o.Entry.Location.Row ?? 0)],
        };
    }

    private string VariantOf(ResolvedLine line)
    {
        var column = tables[line.Place.Table].Columns[line.Place.Column];
        var held = column.Value.TextAt(line.Place.Row);
        if (line.Said.Length == 0 && line.Option is null) return "LOGF-07/blank";
        return held.Length == 0 ? "LOGF-07/now-blank" : SameAnswer.LostZeros(held, line.Said) ? "LOGF-07/zero" : "LOGF-07";
    }

    private Finding OldValue(string key, Severity severity, ResolvedLine line)
    {
        var column = tables[line.Place.Table].Columns[line.Place.Column];
        var held = line.Option is null ? column.Value.TextAt(line.Place.Row)
            : column.Value.TextAt(line.Place.Row).Split(' ').Contains(line.Option, StringComparer.Ordinal) ? "1" : "0";
        return LogFindings.About(
            key,
            severity,
            line.Entry,
            "old_value",
            new("question", line.Entry.Question),
            new("log", line.Said, Sensitive: true),
            new("data", held, Sensitive: true),
            new("new", line.Value ?? "", Sensitive: true));
    }

    private static DateTimeOffset? TimeOf(LogEntry entry) =>
        DateTimeOffset.TryParse(entry.ReviewedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string Number(int? row) => (row ?? 0).ToString(CultureInfo.InvariantCulture);
}
