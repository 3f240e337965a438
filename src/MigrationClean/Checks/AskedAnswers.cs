using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Outliers;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>All questions with their answers in consented interviews, by what was asked. Made once, for all checks of values and patterns.</summary>
internal sealed class AskedAnswers
{
    private readonly CheckContext _context;
    private readonly ulong[] _counted;
    private NumericAnswers? _numbers;
    private readonly Dictionary<Table, int[]> _roots = [];

    /// <summary>Gathers the questions of every form version. Needs the form's logic.</summary>
    public AskedAnswers(CheckContext context)
    {
        _context = context;
        var (main, consent) = (context.Submissions.Main, context.Consent);
        _counted = new ulong[(main.RowCount + 63) >> 6];
        for (var row = 0; row < main.RowCount; row++)
            if (consent.Question is null || consent.Passes(row)) _counted[row >> 6] |= 1UL << row;

        var columns = ImmutableArray.CreateBuilder<AskedColumn>();
        foreach (var result in context.Logic)
        {
            var masks = new Dictionary<Table, ulong[]?>();
            for (var element = 0; element < result.Data.Shape.Nodes.Length; element++)
            {
                if (result.Data.Shape.Nodes[element] is not Question { HoldsAnswer: true } || result.Data.Columns[element] is null) continue;
                var table = result.Data.TableOf(result.Data.Shape.TableOf[element])!;
                if (!masks.TryGetValue(table, out var mask)) masks.Add(table, mask = MaskOf(context.Submissions, table, result));
                columns.Add(new(context, result, element, mask, RootsOf(table)));
            }
        }

        Columns = columns.DrainToImmutable();
    }

    /// <summary>The questions that hold answers and that the export holds: newest form version first, in form order.</summary>
    public ImmutableArray<AskedColumn> Columns { get; }

    /// <summary>Whole and decimal numbers that respondents gave. Made when first asked for.</summary>
    public NumericAnswers Numbers => _numbers ??= new(_context);

    /// <summary>Whether a submission is a consented interview: said yes, or nobody had to be asked.</summary>
    public bool Counts(int root) => root >= 0 && (_counted[root >> 6] >> root & 1) != 0;

    /// <summary>Row of the main table of each row of a repeat, −1 for an orphan; <see langword="null"/> for the main table.</summary>
    public int[]? RootsOf(Table table)
    {
        if (table.Parent is null) return null;
        if (_roots.TryGetValue(table, out var known)) return known;
        var roots = new int[table.RowCount];
        for (var row = 0; row < roots.Length; row++) roots[row] = table.RootRow(row);
        return _roots[table] = roots;
    }

    private ulong[]? MaskOf(SubmissionSet submissions, Table table, LogicResult result)
    {
        var form = submissions.Forms.IndexOf(result.Data.Form);
        var (roots, forms) = (RootsOf(table), submissions.Main.FormOfRow);
        var mask = new ulong[(table.RowCount + 63) >> 6];
        var all = true;
        for (var row = 0; row < table.RowCount; row++)
        {
            var root = roots is null ? row : roots[row];
            if (Counts(root) && (forms.IsEmpty || forms[root] == form)) mask[row >> 6] |= 1UL << row;
            else all = false;
        }

        return all ? null : mask;
    }
}
