using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Duplicates;

/// <summary>The answers to one question as numbers: equal numbers mean equal answers, 0 means none.</summary>
/// <param name="Column">The answers.</param>
/// <param name="Map">The number of each code of the column.</param>
/// <param name="Count">How many numbers there are, that of no answer included.</param>
internal sealed record CodedAnswers(Column Column, int[] Map, int Count)
{
    /// <summary>Numbers the values of a column: texts as they are stored, the chosen names of a select_multiple as a set. O(values).</summary>
    public static CodedAnswers Of(Column column, bool isSet, BlankTest isBlank)
    {
        var map = new int[column.ValueCount];
        var count = 1;
        if (isSet)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var code = 1; code < map.Length; code++)
            {
                if (isBlank(column.Utf8(code))) continue;
                var names = column.Text(code).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                var set = string.Join(' ', names);
                if (!known.TryGetValue(set, out map[code])) known.Add(set, map[code] = count++);
            }
        }
        else if (column.HasDistinctCodes)
        {
            for (var code = 1; code < map.Length; code++)
                if (!isBlank(column.Utf8(code))) map[code] = count++;
        }
        else
        {
            var known = new Dictionary<int, int>(new ByBytes(column));
            for (var code = 1; code < map.Length; code++)
            {
                if (isBlank(column.Utf8(code))) continue;
                if (!known.TryGetValue(code, out map[code])) known.Add(code, map[code] = count++);
            }
        }

        return new(column, map, count);
    }

    /// <summary>The number of a row's answer.</summary>
    public int At(int row) => Map[Column.CodeAt(row)];

    /// <summary>Codes whose equal values may stand under several of them, compared by their bytes.</summary>
    private sealed class ByBytes(Column column) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y || column.Utf8(x).SequenceEqual(column.Utf8(y));

        public int GetHashCode(int obj) => ValueKey.Of(column.Utf8(obj)).GetHashCode();
    }
}
