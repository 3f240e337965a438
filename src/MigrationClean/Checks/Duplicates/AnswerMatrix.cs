using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MigrationClean.Checks.Duplicates;

/// <summary>The compared answers of all interviews, one byte an answer and one line of bytes an interview: two lines are compared 32 answers at a time.</summary>
/// <remarks>
/// A question with more than 255 different answers is folded into a byte: equal answers have equal bytes, so that bytes that differ are
/// differences for certain, and what is nearer than a limit by its bytes is looked at again by its numbers. Memory: rows × questions bytes.
/// </remarks>
internal sealed class AnswerMatrix
{
    private const int Lane = 32;
    private const int Folds = 255;
    private const int BlockRows = 512;

    private readonly CodedAnswers[] _columns;
    private readonly int[] _wide;
    private readonly byte[] _cells;
    private readonly int _width;

    /// <summary>Lays out the answers. O(rows × questions).</summary>
    /// <param name="columns">The questions; those that nobody answered are left out by the caller.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="threads">Most workers.</param>
    public AnswerMatrix(IReadOnlyList<CodedAnswers> columns, int rows, int threads)
    {
        _columns = [.. columns];
        _wide = [.. Enumerable.Range(0, _columns.Length).Where(c => _columns[c].Count > Folds + 1)];
        _width = Math.Max(1, (_columns.Length + Lane - 1) / Lane) * Lane;
        _cells = new byte[(long)rows * _width];
        RowCount = rows;
        var blocks = (rows + BlockRows - 1) / BlockRows;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block => Fill(block * BlockRows, Math.Min(BlockRows, rows - (block * BlockRows))));
    }

    /// <summary>Interviews.</summary>
    public int RowCount { get; }

    /// <summary>Compared questions.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>The bytes of an interview, as many as there are compared questions.</summary>
    public ReadOnlySpan<byte> Line(int row) => _cells.AsSpan(row * _width, _columns.Length);

    /// <summary>In how many questions two interviews differ; an answer against none is a difference. Counting stops above the limit.</summary>
    /// <returns>The number, or any number above <paramref name="limit"/>.</returns>
    public int Differing(int a, int b, int limit)
    {
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        var (first, second) = ((nuint)a * (nuint)_width, (nuint)b * (nuint)_width);
        var count = 0;
        for (nuint at = 0; at < (nuint)_width; at += Lane)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref cells, first + at), Vector256.LoadUnsafe(ref cells, second + at));
            count += Lane - BitOperations.PopCount(same.ExtractMostSignificantBits());
            if (count > limit) return count;
        }

        foreach (var column in _wide)
            if (_cells[(long)(first + (nuint)column)] == _cells[(long)(second + (nuint)column)] && _columns[column].At(a) != _columns[column].At(b)) count++;
        return count;
    }

    /// <summary>How many questions at least one of two interviews answered.</summary>
    public int Compared(int a, int b)
    {
        var x = Line(a);
        var y = Line(b);
        var count = 0;
        for (var i = 0; i < x.Length; i++)
            if ((x[i] | y[i]) != 0) count++;
        return count;
    }

    /// <summary>How many questions an interview answered.</summary>
    public int Answered(int row) => _columns.Length - Line(row).Count((byte)0);

    /// <summary>The questions in which two interviews differ, in order.</summary>
    public IEnumerable<int> DifferingColumns(int a, int b) => Enumerable.Range(0, _columns.Length).Where(c => _columns[c].At(a) != _columns[c].At(b));

    /// <summary>Whether the bytes of two interviews are the same in some questions.</summary>
    public bool Agree(int[] columns, int a, int b)
    {
        var x = Line(a);
        var y = Line(b);
        foreach (var column in columns)
            if (x[column] != y[column]) return false;
        return true;
    }

    private void Fill(int firstRow, int rows)
    {
        Span<int> codes = stackalloc int[BlockRows];
        codes = codes[..rows];
        for (var c = 0; c < _columns.Length; c++)
        {
            var map = _columns[c].Map;
            _columns[c].Column.CopyCodes(firstRow, codes);
            var at = ((long)firstRow * _width) + c;
            foreach (var code in codes)
            {
                var number = map[code];
                _cells[at] = number == 0 ? (byte)0 : (byte)(((number - 1) % Folds) + 1);
                at += _width;
            }
        }
    }
}
