using MigrationClean.Submissions;

namespace MigrationClean.Checks.Duplicates;

/// <summary>Whether submissions hold the same answers in every repeat, row by row.</summary>
internal sealed class EqualRepeats(CheckContext context)
{
    private readonly Dictionary<Table, ILookup<int, int>> _rowsByParent = context.Submissions.Repeats.ToDictionary(
        t => t,
        t => Enumerable.Range(0, t.RowCount).Where(r => t.ParentRows[r] >= 0).ToLookup(r => t.ParentRows[r]));

    private readonly Dictionary<Table, List<TableColumn>> _columns = context.Submissions.Repeats.ToDictionary(
        t => t,
        t => t.Columns.Where(c => c.Role is ColumnRole.Answer or ColumnRole.Chosen && c.Question is { } q && ComparedAnswers.Compares(q)).ToList());

    /// <summary>Rows of the main table put together that hold the same in every repeat, by first row.</summary>
    public IEnumerable<List<int>> Parted(int[] rows)
    {
        var parts = new List<List<int>>();
        foreach (var row in rows)
        {
            var part = parts.Find(p => AreEqual(context.Submissions.Main, p[0], row));
            if (part is null) parts.Add(part = []);
            part.Add(row);
        }

        return parts;
    }

    private bool AreEqual(Table table, int a, int b)
    {
        foreach (var repeat in context.Submissions.Repeats)
        {
            if (repeat.Parent != table) continue;
            var (ofA, ofB) = (_rowsByParent[repeat][a].ToList(), _rowsByParent[repeat][b].ToList());
            if (ofA.Count != ofB.Count) return false;
            for (var i = 0; i < ofA.Count; i++)
                if (!Agree(repeat, ofA[i], ofB[i]) || !AreEqual(repeat, ofA[i], ofB[i])) return false;
        }

        return true;
    }

    private bool Agree(Table table, int a, int b)
    {
        foreach (var column in _columns[table])
        {
            var (x, y) = (column.Value.CodeAt(a), column.Value.CodeAt(b));
            if (x != y && !column.Value.Utf8(x).SequenceEqual(column.Value.Utf8(y))) return false;
        }

        return true;
    }
}
