namespace MigrationClean.Writing;

/// <summary>The audit trail as a table for people: <c>audit.csv</c>, with the members of the events as columns (cleaning §7).</summary>
internal static class AuditTable
{
    private static readonly string[] Columns =
        ["seq", "cause", "entry_id", "check_ids", "uuid", "table", "row_path", "question", "old", "new", "actor", "at", "unverified", "reason", "method", "parameters", "blanked"];

    /// <summary>Writes the table.</summary>
    /// <param name="events">The members of each event.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(IEnumerable<SortedDictionary<string, string>> events, Stream stream)
    {
        var rows = events.Select((facts, i) =>
        {
            facts["seq"] = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (string[])[.. Columns.Select(c => facts.GetValueOrDefault(c, ""))];
        });
        CsvWriter.Write(OutputTable.OfTexts("audit", Columns, [.. rows]), stream, new());
    }
}
