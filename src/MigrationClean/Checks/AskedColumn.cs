using MigrationClean.Checks.Logic.Running;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>
/// The answers of one question of one form version to rows that were asked it, in consented interviews: what every rate and every spread is
/// counted over.
/// </summary>
/// <remarks>
/// Where relevance cannot be told, an answer counts and a blank does not: nobody is blamed for what is not known. Source: cleaning §1.
/// </remarks>
internal sealed class AskedColumn
{
    /// <summary>Code of a row that does not count: not asked, no consent, another form version.</summary>
    public const int NotAsked = -1;

    /// <summary>Rows to copy at a time; starts of blocks are multiples of it.</summary>
    public const int BlockRows = 4096;

    private readonly ulong[]? _rows;
    private readonly ulong[]? _asked;
    private readonly ulong[]? _unknown;
    private readonly bool[]? _isBlank;

    /// <summary>A question's answers.</summary>
    /// <param name="context">What counts as blank.</param>
    /// <param name="result">The form version.</param>
    /// <param name="element">The question in the form's shape.</param>
    /// <param name="rows">A bit for each row of the table in a consented interview of this form version; <see langword="null"/> = all.</param>
    /// <param name="roots">Row of the main table of each row; <see langword="null"/> in the main table.</param>
    public AskedColumn(CheckContext context, LogicResult result, int element, ulong[]? rows, int[]? roots)
    {
        (Question, Element, Result) = ((Question)result.Data.Shape.Nodes[element], element, result);
        (Table, Column) = (result.Data.TableOf(result.Data.Shape.TableOf[element])!, result.Data.Columns[element]!);
        (_rows, Roots) = (rows, roots);
        (_asked, _unknown) = (result.Asked.Of(element), result.Asked.UnknownOf(element));
        for (var code = 1; code < Column.Value.ValueCount; code++)
            if (context.IsBlank(Column.Value.Utf8(code))) (_isBlank ??= new bool[Column.Value.ValueCount])[code] = true;
    }

    /// <summary>The question, as this form version has it.</summary>
    public Question Question { get; }

    /// <summary>Its number in the form's shape.</summary>
    public int Element { get; }

    /// <summary>What re-running this form version found.</summary>
    public LogicResult Result { get; }

    /// <summary>The table that holds it.</summary>
    public Table Table { get; }

    /// <summary>Its answers.</summary>
    public TableColumn Column { get; }

    /// <summary>Row of the main table of each row, −1 for an orphan; <see langword="null"/> in the main table.</summary>
    public int[]? Roots { get; }

    /// <summary>
    /// Copies the codes of consecutive rows: <see cref="NotAsked"/>, 0 for blank although asked, else the answer's.
    /// </summary>
    /// <param name="first">First row, a multiple of 64.</param>
    /// <param name="codes">Where to.</param>
    public void Copy(int first, Span<int> codes)
    {
        Column.Value.CopyCodes(first, codes);
        if (_isBlank is not null)
            for (var i = 0; i < codes.Length; i++)
                if (_isBlank[codes[i]]) codes[i] = 0;

        if (_rows is null && _asked is null) return;
        for (var i = 0; i < codes.Length; i += 64)
        {
            var word = (first + i) >> 6;
            var unknown = _unknown?[word] ?? 0;
            var counted = (_rows?[word] ?? ulong.MaxValue) & ((_asked?[word] ?? ulong.MaxValue) | unknown);
            if (counted == ulong.MaxValue && unknown == 0) continue;
            var part = codes.Slice(i, Math.Min(64, codes.Length - i));
            for (var bit = 0; bit < part.Length; bit++)
                if ((counted >> bit & 1) == 0 || (part[bit] == 0 && (unknown >> bit & 1) != 0)) part[bit] = NotAsked;
        }
    }

    /// <summary>The codes of all rows, block by block: first row and codes. The span's array is used again.</summary>
    public IEnumerable<(int First, ArraySegment<int> Codes)> Blocks()
    {
        var codes = new int[Math.Min(BlockRows, Table.RowCount)];
        for (var first = 0; first < Table.RowCount; first += BlockRows)
        {
            var part = new ArraySegment<int>(codes, 0, Math.Min(BlockRows, Table.RowCount - first));
            Copy(first, part);
            yield return (first, part);
        }
    }

    /// <summary>Whether an answer of the column counts as blank.</summary>
    public bool IsBlank(int code) => code == 0 || (_isBlank?[code] ?? false);

    /// <summary>Row of the main table that a row belongs to.</summary>
    public int RootOf(int row) => Roots is null ? row : Roots[row];
}
