using System.Collections.Immutable;

namespace MigrationClean.Submissions.Headers;

/// <summary>Finds the group separator from the headers: between a known group and a known question, or a known question and a known choice.</summary>
internal static class SeparatorSearch
{
    private const int MostColumns = 400;
    private const int LongestSeparator = 20;

    /// <summary>The separators that most headers speak for, best first, then <c>/</c>; at most three.</summary>
    public static ImmutableArray<string> Candidates(IReadOnlyList<PredictedColumn> predicted, IReadOnlyList<string> headers)
    {
        PredictedColumn[] joined = [.. predicted.Where(p => p.Pieces.Length > 1)];
        var step = Math.Max(1, joined.Length / MostColumns);
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        for (var p = 0; p < joined.Length; p += step)
            foreach (var header in headers)
                if (Solve(joined[p].Pieces, header) is { } separator) votes[separator] = votes.GetValueOrDefault(separator) + 1;

        var best = votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Take(2).Select(v => v.Key);
        return [.. best.Append("/").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The one separator that joins the pieces to this header, or <see langword="null"/>.</summary>
    public static string? Solve(ImmutableArray<string> pieces, string header)
    {
        var rest = header.Length - pieces.Sum(p => p.Length);
        var gaps = pieces.Length - 1;
        if (rest <= 0 || rest % gaps != 0 || rest / gaps > LongestSeparator) return null;
        if (!header.StartsWith(pieces[0], StringComparison.Ordinal) || !header.EndsWith(pieces[^1], StringComparison.Ordinal)) return null;
        var separator = header.Substring(pieces[0].Length, rest / gaps);
        return string.Join(separator, pieces) == header ? separator : null;
    }
}
