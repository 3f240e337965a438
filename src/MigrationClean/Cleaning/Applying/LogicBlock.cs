using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Cleaning.Applying;

/// <summary>One worker of <see cref="LogicAfter"/>: a few thousand submissions before and after the log.</summary>
internal sealed class LogicBlock
{
    private readonly LogRemovals _removals;
    private readonly ImmutableArray<int[]?> _origins;
    private readonly RecomputeChoice _recompute;
    private readonly LogicRun _before;
    private readonly LogicRun _after;
    private readonly int[] _tables;
    private readonly int[] _columns;
    private readonly IReadOnlyDictionary<int, CellChange>?[] _edits;
    private readonly Dictionary<(int Table, int MainRow), ResolvedLine> _removed = [];

    public LogicBlock(
        SubmissionSet raw,
        ChangeSet changes,
        LogRemovals removals,
        ImmutableArray<int[]?> origins,
        RecomputeChoice recompute,
        LogicData before,
        LogicData after,
        Dialect dialect,
        TimeZoneInfo zone)
    {
        (_removals, _origins, _recompute) = (removals, origins, recompute);
        var shape = before.Shape;
        ImmutableArray<Table> tables = [.. raw.Tables];
        _tables = [.. shape.Repeats.Select(r => r is null ? 0 : tables.ToList().FindIndex(t => t.Path == r.Path))];
        _columns = [.. Enumerable.Range(0, shape.Nodes.Length).Select(e => before.Columns[e] is { } column ? tables[_tables[shape.TableOf[e]]].Columns.IndexOf(column) : -1)];
        _edits = [.. Enumerable.Range(0, _columns.Length).Select(e => _columns[e] < 0 ? null : changes.Of(_tables[shape.TableOf[e]], _columns[e]))];
        foreach (var (place, line) in removals.Rows) _removed.TryAdd((Array.IndexOf(_tables, place.Table), line.MainRow), line);
        _before = new(before, dialect, zone);
        _after = new(after, dialect, zone) { IsKept = IsEdited };
    }

    private FormShape Shape => _after.Shape;

    /// <summary>What follows in these submissions.</summary>
    /// <param name="mainRows">Rows of the main table.</param>
    public LogicOutcome Run(int[] mainRows)
    {
        var outcome = new LogicOutcome();
        var (old, now) = (_before.Evaluate(mainRows), _after.Evaluate(mainRows));
        var touched = new TouchedCells(_after, now, (element, row) => LineOf(now, element, row), element => _edits[element] is not null, _removed);
        var oldRows = OldRows(old, now);
        for (var element = FormShape.Root + 1; element < Shape.Nodes.Length; element++)
        {
            if (Shape.Nodes[element] is not Question question || _columns[element] < 0 || question.Type.IsExternal()) continue;
            var isCalculation = question.Calculation is not null;
            if (!touched.IsTouched(element) && !(isCalculation && _recompute == RecomputeChoice.All)) continue;
            var rows = now.Rows[Shape.TableOf[element]].Length;
            for (var row = 0; row < rows; row++)
            {
                if (touched.ValueAt(element, row) is not { } line) continue;
                Judge(outcome, old, now, question, element, row, oldRows[Shape.TableOf[element]][row], line, touched.RelevanceAt(element, row) is not null);
            }

            if (isCalculation && _recompute != RecomputeChoice.None) Recompute(outcome, now, question, element, touched);
        }

        return outcome;
    }

    private void Judge(
        LogicOutcome outcome, SubmissionBlock old, SubmissionBlock now, Question question, int element, int row, int oldRow, ResolvedLine line, bool mayBeHidden)
    {
        var (was, isNow) = (old.RelevanceAt(element, oldRow), now.RelevanceAt(element, row));
        var stored = now.StoredCodes(element)![row];
        var place = PlaceOf(now, element, row);
        if (LineOf(now, element, row) is { } own)
        {
            if (stored != 0) JudgeNew(outcome, now, question, element, row, own);
            if (own.Entry.IsException || stored != 0) return;
        }

        if (!mayBeHidden) return;
        if (was == 1 && isNow == 0 && stored != 0) outcome.Followed.Add((place, null, ChangeCause.Hidden, line));
        if (was == 0 && isNow == 1 && stored == 0 && IsAsked(question)) outcome.NeedAnswer.Add((place, question, line));
    }

    private void JudgeNew(LogicOutcome outcome, SubmissionBlock now, Question question, int element, int row, ResolvedLine line)
    {
        if (line.Entry.IsException) return;
        if (now.RelevanceAt(element, row) == 0)
        {
            outcome.NotRelevant.Add((line, HiddenBy(now, question, element, row)));
            return;
        }

        if (now.RelevanceAt(element, row) != 1 || !IsAsked(question) || _after.TruthOf(question, LogicColumn.Constraint) is not { } constraint) return;
        if (constraint.At(now, row) == 0 && (!constraint.Rule.UsesClock || _after.AtStart(constraint, now, row) == 0)) outcome.ConstraintBroken.Add((line, question));
    }

    private void Recompute(LogicOutcome outcome, SubmissionBlock now, Question question, int element, TouchedCells touched)
    {
        var isCalculated = _after.IsCalculated(element);
        var (stored, store) = (now.StoredCodes(element)!, _after.StoreOf(element));
        for (var row = 0; row < stored.Length; row++)
        {
            var line = touched.ValueAt(element, row);
            if ((line is null && _recompute != RecomputeChoice.All) || now.RelevanceAt(element, row) != 1 || LineOf(now, element, row) is not null) continue;
            var place = PlaceOf(now, element, row);
            var code = isCalculated ? now.CodeAt(element, row) : SubmissionBlock.Unknown;
            if (code == SubmissionBlock.Unknown || IsOfRemovedRows(question, now, element, row) || _after.CalculationOf(question)!.At(now, row) == RuleRun.Unknown)
            {
                if (line is not null) outcome.NotRecomputed.Add((place, question, line));
                continue;
            }

            var (held, given) = (stored[row] == 0 ? "" : store.Text(stored[row]), code <= 0 ? "" : store.Text(code));
            if (!StoredText.Agrees(held, given, _after.Context)) outcome.Followed.Add((place, given, ChangeCause.Recalculated, line));
        }
    }

    // What counts rows from the first would mean other rows than it did: the removed ones are not there any more.
    private bool IsOfRemovedRows(Question question, SubmissionBlock now, int element, int row)
    {
        if (_removed.Count == 0) return false;
        var main = now.Rows[0][now.RowIn(0, Shape.TableOf[element], row)];
        return _removed.Keys.Any(k => k.MainRow == main) && Shape.Logic.Find(question, LogicColumn.Calculation)?.Tree is { } tree && tree.All.Any(IsIndexed);
    }

    private static bool IsIndexed(Expression part) => part switch
    {
        Expression.Call { Name: "indexed-repeat" or "position" } => true,
        Expression.Path path => path.Steps.Any(s => s.Predicates.Any(p => p is Expression.Number)),
        Expression.Filtered filtered => filtered.Predicates.Any(p => p is Expression.Number),
        _ => false,
    };

    private FormNode HiddenBy(SubmissionBlock now, Question question, int element, int row)
    {
        var table = Shape.TableOf[element];
        foreach (var ancestor in question.Ancestors)
        {
            var above = Shape.ElementOf(ancestor);
            if (now.RelevanceAt(above, now.RowIn(Shape.TableOf[above], table, row)) == 0) return ancestor;
        }

        return question;
    }

    private static bool IsAsked(Question question) =>
        question.HoldsAnswer && question.Calculation is null && question.Type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Unknown);

    private CellPlace PlaceOf(SubmissionBlock now, int element, int row)
    {
        var table = Shape.TableOf[element];
        var own = now.Rows[table][row];
        return new(_tables[table], _origins[_tables[table]]?[own] ?? own, _columns[element]);
    }

    private ResolvedLine? LineOf(SubmissionBlock now, int element, int row) => _edits[element] is null ? null : LineAt(element, now.Rows[Shape.TableOf[element]][row]);

    private bool IsEdited(int element, int row) => _edits[element] is not null && LineAt(element, row) is not null;

    private ResolvedLine? LineAt(int element, int row)
    {
        var read = _origins[_tables[Shape.TableOf[element]]]?[row] ?? row;
        return _edits[element]!.TryGetValue(read, out var change) ? change.Line : null;
    }

    /// <summary>Row of the old block for each row of the new one: rows only went, and their order stayed.</summary>
    private int[][] OldRows(SubmissionBlock old, SubmissionBlock now)
    {
        var all = new int[now.Rows.Length][];
        for (var table = 0; table < all.Length; table++)
        {
            var (rows, at) = (new int[now.Rows[table].Length], 0);
            for (var row = 0; row < rows.Length; row++)
            {
                var read = now.Rows[table][row];
                if (_tables[table] >= 0) read = _origins[_tables[table]]?[read] ?? read;
                while (old.Rows[table][at] != read) at++;
                rows[row] = at;
            }

            all[table] = rows;
        }

        return all;
    }
}
