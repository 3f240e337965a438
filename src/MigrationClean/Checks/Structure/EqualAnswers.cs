using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>Whether two submissions hold the same answers, in the main part and in every repeat.</summary>
/// <remarks>The client's and the server's own columns are no answers; a column that no form knows is taken for one, to be safe.</remarks>
internal sealed class EqualAnswers(SubmissionSet submissions)
{
    private readonly Dictionary<Table, ILookup<int, int>> _rowsByParent = submissions.Repeats.ToDictionary(
        t => t,
        t => Enumerable.Range(0, t.RowCount).Where(r => t.ParentRows[r] >= 0).ToLookup(r => t.ParentRows[r]));

    /// <summary>Whether two rows of the main table do.</summary>
    public bool AreEqual(int a, int b) => AreEqual(submissions.Main, a, b);

    private bool AreEqual(Table table, int a, int b)
    {
        foreach (var column in table.Columns)
        {
            if (!IsAnswer(column)) continue;
            var (x, y) = (column.Value.CodeAt(a), column.Value.CodeAt(b));
            if (x != y && !column.Value.Utf8(x).SequenceEqual(column.Value.Utf8(y))) return false;
        }

        foreach (var repeat in submissions.Repeats)
        {
            if (repeat.Parent != table) continue;
            var (ofA, ofB) = (_rowsByParent[repeat][a].ToList(), _rowsByParent[repeat][b].ToList());
            if (ofA.Count != ofB.Count || ofA.Zip(ofB).Any(pair => !AreEqual(repeat, pair.First, pair.Second))) return false;
        }

        return true;
    }

    private static bool IsAnswer(TableColumn column) => column.Role switch
    {
        ColumnRole.Answer => column.Question is not { HoldsAnswer: false },
        ColumnRole.Chosen or ColumnRole.GeoPart or ColumnRole.Unknown => true,
        _ => false,
    };
}
