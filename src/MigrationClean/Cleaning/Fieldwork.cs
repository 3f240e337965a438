using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>Who collected a submission, where and when: what a line needs to be sent back to the field.</summary>
/// <param name="Enumerator">Name of the column with the enumerator, or <see langword="null"/>.</param>
/// <param name="Site">Name of the column with the site, or <see langword="null"/>.</param>
internal sealed record Fieldwork(string? Enumerator = null, string? Site = null)
{
    /// <summary>The enumerator of a submission, or "".</summary>
    public string EnumeratorOf(Table main, int row) => Enumerator is null ? "" : TextOf(main, row, Enumerator);

    /// <summary>The site of a submission, or "".</summary>
    public string SiteOf(Table main, int row) => Site is null ? "" : TextOf(main, row, Site);

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
