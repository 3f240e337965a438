using System.Text.RegularExpressions;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Values;

/// <summary>Canonical texts of numbers, dates and instants from typed cells (kobo-exports §4, §4.2; machine-interfaces §8).</summary>
internal static partial class TypedValues
{
    /// <summary>A number without a fraction of zeros: <c>5.0</c> is <c>5</c>.</summary>
    public static string Number(string text)
    {
        var match = WithZeros.Match(text);
        return match.Success ? match.Groups["number"].Value : text;
    }

    /// <summary>A day. A cell that holds a day at midnight, as spreadsheets and Python write it, loses the time.</summary>
    public static string Date(string text)
    {
        var match = DateTime.Match(text);
        if (!match.Success || match.Groups["zone"].Value.Length > 0) return text;
        var isMidnight = match.Groups["time"].Value is "" or "00:00" or "00:00:00" && IsZero(match.Groups["fraction"].Value);
        return isMidnight ? match.Groups["date"].Value : text;
    }

    /// <summary>Whether no value of a column is longer than a day: none can hold a midnight that has to go.</summary>
    public static bool AreWrittenDays(Column column) => All(column, value => value.Length <= 10);

    /// <summary>Whether a column has no date cells and no value in Python's rendering, so that every instant stays as it is.</summary>
    public static bool AreWrittenInstants(Column column) =>
        !column.Kinds.HasFlag(CellKinds.Date) && All(column, value => value.Length <= 10 || value[10] != (byte)' ');

    /// <summary>Whether a value of a column has a point, so that it may be a number with a fraction of zeros.</summary>
    public static bool MayHoldFraction(Column column) => !All(column, value => !value.Contains((byte)'.'));

    private static bool All(Column column, Func<ReadOnlySpan<byte>, bool> holds)
    {
        for (var code = 1; code < column.ValueCount; code++)
            if (!holds(column.Utf8(code))) return false;
        return true;
    }

    /// <summary>An instant: from a typed cell or Python's rendering <c>YYYY-MM-DDThh:mm:ss.fff</c> with the offset if it has one; else as stored.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="isTyped">Whether the column has date cells.</param>
    public static string Instant(string text, bool isTyped) => Instant(text, isTyped, withMilliseconds: true);

    /// <summary>KoBo's time of submission: whole seconds, UTC, not marked.</summary>
    public static string SubmissionTime(string text, bool isTyped) => Instant(text, isTyped, withMilliseconds: false);

    private static string Instant(string text, bool isTyped, bool withMilliseconds)
    {
        var match = DateTime.Match(text);
        if (!match.Success) return text;
        var (time, zone, fraction) = (match.Groups["time"].Value, match.Groups["zone"].Value, match.Groups["fraction"].Value);
        var isPython = match.Groups["mark"].Value == " ";
        if (!isPython && !(isTyped && zone.Length == 0)) return text;
        if (time.Length == 0) time = "00:00:00";
        if (time.Length == 5) time += ":00";
        fraction = fraction.TrimEnd('0');
        fraction = withMilliseconds || fraction.Length > 0 ? "." + fraction.PadRight(3, '0') : "";
        return $"{match.Groups["date"].Value}T{time}{fraction}{zone}";
    }

    private static bool IsZero(string fraction) => fraction.AsSpan().Trim('0').IsEmpty;

    [GeneratedRegex(@"\A(?<number>-?[0-9]+)\.0+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithZeros { get; }

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})((?<mark>[T ])(?<time>[0-9]{2}:[0-9]{2}(:[0-9]{2})?)(\.(?<fraction>[0-9]{1,9}))?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DateTime { get; }
}
