using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Values;

/// <summary>
/// Numbers the combinations of several columns' codes that occur: what depends on a few columns is worked out once per combination, then fanned out.
/// </summary>
/// <remarks>O(rows × columns), no hashing while a step's table stays small.</remarks>
internal sealed class RowCombinations
{
    private const int LargestTable = 1 << 22;
    private readonly int[] _stateOfRow;

    /// <summary>All rows in one combination.</summary>
    public RowCombinations(int rows)
    {
        _stateOfRow = new int[rows];
        Count = rows == 0 ? 0 : 1;
    }

    /// <summary>How many combinations occur.</summary>
    public int Count { get; private set; }

    /// <summary>Tells rows apart by one more column of codes 0 … <paramref name="codeCount"/> − 1.</summary>
    public void Add(ReadOnlySpan<int> codes, int codeCount)
    {
        var next = 0;
        if ((long)Count * codeCount <= LargestTable)
        {
            var table = new int[Count * codeCount];
            for (var row = 0; row < codes.Length; row++)
            {
                ref var state = ref table[_stateOfRow[row] * codeCount + codes[row]];
                if (state == 0) state = ++next;
                _stateOfRow[row] = state - 1;
            }
        }
        else
        {
            Dictionary<(int, int), int> table = [];
            for (var row = 0; row < codes.Length; row++)
            {
                var key = (_stateOfRow[row], codes[row]);
                if (!table.TryGetValue(key, out var state)) table[key] = state = next++;
                _stateOfRow[row] = state;
            }
        }

        Count = next;
    }

    /// <summary>One row of each combination: the first.</summary>
    public int[] FirstRows()
    {
        var first = new int[Count];
        Array.Fill(first, -1);
        for (var row = 0; row < _stateOfRow.Length; row++)
            if (first[_stateOfRow[row]] < 0) first[_stateOfRow[row]] = row;
        return first;
    }

    /// <summary>A column with one text for each combination; <see langword="null"/> and empty are blank.</summary>
    public Column Build(IReadOnlyList<string?> textOfCombination, CellKinds kinds)
    {
        var builder = new ColumnBuilder();
        var codes = new int[Count];
        for (var state = 0; state < codes.Length; state++)
            codes[state] = textOfCombination[state] is { Length: > 0 } text ? builder.AddText(text) : 0;

        var part = new int[4096];
        for (var row = 0; row < _stateOfRow.Length; row += part.Length)
        {
            var length = Math.Min(part.Length, _stateOfRow.Length - row);
            for (var i = 0; i < length; i++) part[i] = codes[_stateOfRow[row + i]];
            builder.Append(part.AsSpan(0, length));
        }

        builder.Kinds = kinds;
        return builder.Build();
    }
}
