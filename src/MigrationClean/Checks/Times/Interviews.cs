using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>The interviews that are judged by their times, and who made them: consented, each submission once.</summary>
internal sealed class Interviews
{
    private Interviews(int[] rows, InterviewTimes times, string[] by) => (Rows, Times, By) = (rows, times, by);

    /// <summary>Rows of the main table, in the order of the export.</summary>
    public int[] Rows { get; }

    /// <summary>Their times.</summary>
    public InterviewTimes Times { get; }

    /// <summary>The enumerator (else the device) of each row of the main table; "" = unknown.</summary>
    public string[] By { get; }

    /// <summary>The interviews of a set. O(rows).</summary>
    public static Interviews Of(CheckContext context)
    {
        var main = context.Submissions.Main;
        int[] rows = [.. context.Interviews.Once.Where(row => context.Consent.Question is null || context.Consent.Passes(row))];
        var (enumerator, device) = (TextsOf(main, context.Interviews.Fieldwork.Enumerator), TextsOf(main, context.Interviews.Fieldwork.Device ?? "deviceid"));
        var by = new string[main.RowCount];
        for (var row = 0; row < by.Length; row++) by[row] = enumerator?[row] is { Length: > 0 } person ? person : device?[row] is { Length: > 0 } phone ? $"\u0001{phone}" : "";
        return new(rows, context.Interviews.Times, by);
    }

    /// <summary>The interviews of each enumerator that have a beginning and an end, by beginning; those of nobody known are left out.</summary>
    public IEnumerable<int[]> InOrder() => Rows
        .Where(row => By[row].Length > 0 && Times.MinutesOf(row) is >= 0)
        .GroupBy(row => By[row], StringComparer.Ordinal)
        .Select(g => g.OrderBy(Times.StartOf).ThenBy(row => row).ToArray());

    private static string[]? TextsOf(Table main, string? name)
    {
        if (name is null || main.Find(name)?.Value is not { } column) return null;
        var texts = new string[column.ValueCount];
        for (var code = 0; code < texts.Length; code++) texts[code] = column.Text(code).Trim();
        return [.. column.CodesOfAllRows().Select(code => texts[code])];
    }
}
