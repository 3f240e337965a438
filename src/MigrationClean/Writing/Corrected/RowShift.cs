using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrationClean.Writing.Corrected;

/// <summary>Where rows of a sheet stand once others were taken out above them.</summary>
/// <param name="removed">Numbers of the removed rows, ascending.</param>
internal sealed partial class RowShift(int[] removed)
{
    /// <summary>Whether any row is taken out.</summary>
    public bool IsNeeded => removed.Length > 0;

    /// <summary>New number of a row that stays.</summary>
    public int NewNumber(int row) => row - CountBelow(row);

    /// <summary>Whether a row is taken out.</summary>
    public bool Removes(int row) => Array.BinarySearch(removed, row) >= 0;

    /// <summary>A reference such as <c>B7</c>, <c>$A$1:$F$20</c> or <c>3:5</c> after the removals.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="leastRows">Rows that a range keeps at least, were they blank.</param>
    /// <returns><see langword="null"/> if none of its rows is left; a text that is no such reference as it stands.</returns>
    public string? Moved(string reference, int leastRows = 0)
    {
        if (!IsNeeded) return reference;
        var match = Reference.Match(reference);
        if (!match.Success) return reference;
        var hasEnd = match.Groups["row2"].Success;
        var from = Row(match, "row1");
        var to = hasEnd ? Row(match, "row2") : from;
        var (newFrom, newTo) = (from - CountBelow(from), to - CountBelow(to + 1));
        newTo = Math.Max(newTo, newFrom + leastRows - 1);
        if (newTo < newFrom) return null;
        var start = string.Create(CultureInfo.InvariantCulture, $"{match.Groups["at1"].Value}{newFrom}");
        return hasEnd ? string.Create(CultureInfo.InvariantCulture, $"{start}:{match.Groups["at2"].Value}{newTo}") : start;
    }

    /// <summary>The same for several references with blanks between them; <see langword="null"/> if none is left.</summary>
    public string? MovedAll(string references)
    {
        if (!IsNeeded) return references;
        var left = references.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => Moved(r)).Where(static r => r is not null).ToList();
        return left.Count == 0 ? null : string.Join(' ', left);
    }

    private static int Row(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // How many removed rows have a smaller number.
    private int CountBelow(int row)
    {
        var at = Array.BinarySearch(removed, row);
        return at < 0 ? ~at : at;
    }

    [GeneratedRegex(@"^(?<at1>\$?[A-Za-z]{0,3}\$?)(?<row1>[0-9]{1,7})(:(?<at2>\$?[A-Za-z]{0,3}\$?)(?<row2>[0-9]{1,7}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference { get; }
}
