using MigrationClean.Ingest.Columns;

namespace MigrationClean.Checks.Patterns;

/// <summary>What a row answered in a battery.</summary>
/// <param name="Answered">Items answered.</param>
/// <param name="Distinct">Whether all answers are equal: 1; else 2 or more.</param>
/// <param name="Modal">How often the most frequent answer was given.</param>
/// <param name="LongestRun">The longest run of equal answers in form order.</param>
internal readonly record struct BatteryAnswers(int Answered, int Distinct, int Modal, int LongestRun)
{
    /// <summary>Whether every item answered has the same answer, and enough were.</summary>
    public bool IsStraight(int least) => Answered >= least && Distinct == 1;

    /// <summary>The answers of every row to a battery: first row of each block, and the block. The array is used again.</summary>
    /// <remarks>One pass over the items' codes. Equal texts of different columns get one number.</remarks>
    public static IEnumerable<(int First, ArraySegment<BatteryAnswers> Rows)> Of(Battery battery)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var maps = battery.Items.Select(i => Map(i.Column.Value, known)).ToArray();
        var table = battery.Items[0].Table;
        var codes = battery.Items.Select(_ => new int[Math.Min(AskedColumn.BlockRows, table.RowCount)]).ToArray();
        var rows = new BatteryAnswers[codes[0].Length];
        for (var first = 0; first < table.RowCount; first += AskedColumn.BlockRows)
        {
            var length = Math.Min(AskedColumn.BlockRows, table.RowCount - first);
            for (var item = 0; item < maps.Length; item++) battery.Items[item].Copy(first, codes[item].AsSpan(0, length));
            for (var i = 0; i < length; i++) rows[i] = At(codes, maps, i);
            yield return (first, new(rows, 0, length));
        }
    }

    private static BatteryAnswers At(int[][] codes, int[][] maps, int row)
    {
        Span<int> given = stackalloc int[64];
        var (answered, run, longest) = (0, 0, 0);
        for (var item = 0; item < maps.Length && answered < given.Length; item++)
        {
            if (codes[item][row] <= 0) continue;
            var answer = maps[item][codes[item][row]];
            run = answered > 0 && given[answered - 1] == answer ? run + 1 : 1;
            longest = Math.Max(longest, run);
            given[answered++] = answer;
        }

        var (distinct, modal) = (0, 0);
        given = given[..answered];
        given.Sort();
        for (var i = 0; i < answered;)
        {
            var end = i;
            while (end < answered && given[end] == given[i]) end++;
            distinct++;
            modal = Math.Max(modal, end - i);
            i = end;
        }

        return new(answered, distinct, modal, longest);
    }

    private static int[] Map(Column column, Dictionary<string, int> known)
    {
        var map = new int[column.ValueCount];
        for (var code = 1; code < map.Length; code++)
        {
            var text = column.Text(code).Trim();
            if (!known.TryGetValue(text, out map[code])) known[text] = map[code] = known.Count + 1;
        }

        return map;
    }
}
