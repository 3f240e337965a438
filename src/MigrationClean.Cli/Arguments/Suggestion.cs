namespace MigrationClean.Cli.Arguments;

/// <summary>The known word nearest to a mistyped one. Only ever shown, never acted on.</summary>
internal static class Suggestion
{
    /// <summary>
    /// The nearest word within two edits or a third of the length, whichever is more; <see langword="null"/> if none is near.
    /// </summary>
    /// <remarks>Words are few and short: O(words · length²).</remarks>
    public static string? For(string typed, IEnumerable<string> known) => known
        .Select(word => (Word: word, Distance: Distance(typed.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(near => near.Distance <= Math.Max(2, typed.Length / 3) && near.Distance < near.Word.Length)
        .OrderBy(near => near.Distance)
        .ThenBy(near => near.Word, StringComparer.Ordinal)
        .Select(near => near.Word)
        .FirstOrDefault();

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.</summary>
    internal static int Distance(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) table[0, j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
