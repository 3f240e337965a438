using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>Who collected a submission, where and when: what a line needs to be sent back to the field.</summary>
/// <param name="Enumerator">Name of the column with the enumerator, or <see langword="null"/>.</param>
/// <param name="Site">Name of the column with the site, or <see langword="null"/>.</param>
/// <param name="Device">Name of the column with the device, or <see langword="null"/> = <c>deviceid</c>.</param>
internal sealed record Fieldwork(string? Enumerator = null, string? Site = null, string? Device = null)
{
    /// <summary>The enumerator of a submission, or "".</summary>
    public string EnumeratorOf(Table main, int row) => Enumerator is null ? "" : TextOf(main, row, Enumerator);

    /// <summary>The site of a submission, or "".</summary>
    public string SiteOf(Table main, int row) => Site is null ? "" : TextOf(main, row, Site);

    /// <summary>The device of a submission, or "".</summary>
    public string DeviceOf(Table main, int row) => TextOf(main, row, Device ?? "deviceid");

    /// <summary>Row of the main table of each submission, by its id; of several with one id the first.</summary>
    public static Dictionary<string, int> RowsOf(Table main)
    {
        var rows = new Dictionary<string, int>(main.RowCount, StringComparer.Ordinal);
        for (var row = 0; row < main.RowCount; row++)
            if (main.SubmissionIdOf(row) is { } id) rows.TryAdd(id, row);
        return rows;
    }

    /// <summary>The instant a submission was begun, as stored, or "".</summary>
    public static string StartOf(Table main, int row) => TextOf(main, row, "start");

    /// <summary>The day of a submission: of <c>today</c>, else of <c>start</c>, else of the server's time; or "".</summary>
    public static string DateOf(Table main, int row)
    {
        foreach (var name in (ReadOnlySpan<string>)["today", "start", "_submission_time"])
            if (TextOf(main, row, name) is { Length: >= 10 } text) return text[..10];
        return "";
    }

    private static string TextOf(Table main, int row, string column) => main.Find(column)?.Value.TextAt(row) ?? "";
}
