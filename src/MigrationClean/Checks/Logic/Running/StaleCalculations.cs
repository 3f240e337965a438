using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Stored calculations of a block that differ from the recomputed ones, the first cause told from what follows from it.</summary>
internal sealed class StaleCalculations(LogicRun run, SubmissionBlock block)
{
    private readonly Dictionary<int, bool[]> _stale = [];

    /// <summary>Adds the rows of one calculation that are out of date.</summary>
    public void Find(int element, List<Violation> found)
    {
        var (table, store) = (run.Shape.TableOf[element], run.StoreOf(element));
        var stale = StaleRows(element);
        for (var row = 0; row < stale.Length; row++)
        {
            if (!stale[row]) continue;
            var expected = block.CodeAt(element, row) is > 0 and var code ? store.Text(code) : "";
            found.Add(new(ViolationKind.Calculation, element, block.Rows[table][row], expected) { Follows = CauseIsElsewhere(element, table, row) });
        }
    }

    private bool[] StaleRows(int element)
    {
        if (_stale.TryGetValue(element, out var known)) return known;
        var store = run.StoreOf(element);
        var stored = block.StoredCodes(element);
        var stale = new bool[block.Rows[run.Shape.TableOf[element]].Length];
        for (var row = 0; stored is not null && row < stale.Length; row++)
        {
            var code = block.CodeAt(element, row);
            stale[row] = code >= 0 && code != stored[row] && !StoredText.Agrees(store.Text(stored[row]), store.Text(code), run.Context);
        }

        return _stale[element] = stale;
    }

    private bool CauseIsElsewhere(int element, int table, int row)
    {
        var rule = run.Shape.Logic.Find(run.Shape.Nodes[element], LogicColumn.Calculation)!;
        foreach (var read in rule.Reads.OfType<Question>())
        {
            var other = run.Shape.ElementOf(read);
            if (other == element || !run.IsCalculated(other)) continue;
            var rows = StaleRows(other);
            if (rows.Length > 0 && RowsSeen(run.Shape.TableOf[other], table, row).Any(r => rows[r])) return true;
        }

        return false;
    }

    /// <summary>Rows of another table that belong to the same submission's part: an enclosing row, or the iterations below.</summary>
    private IEnumerable<int> RowsSeen(int other, int table, int row)
    {
        for (var outer = table; outer >= 0; outer = run.Shape.ParentTables[outer])
            if (outer == other) return [block.RowIn(other, table, row)];
        var above = run.Shape.ParentTables[other];
        return RowsSeen(above, table, row).SelectMany(r => block.IterationsOf(other, r) is var (first, count) ? Enumerable.Range(first, count) : []);
    }
}
