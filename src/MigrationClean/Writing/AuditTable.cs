using MigrationClean.Cleaning.Audit;

namespace MigrationClean.Writing;

/// <summary>The audit trail as a table for people: <c>audit.csv</c>, with the members of the events as columns (cleaning §7).</summary>
internal static class AuditTable
{
    private static readonly string[] Columns =
        ["seq", "cause", "entry_id", "check_ids", "uuid", "table", "row_path", "question", "old", "new", "actor", "at", "unverified", "reason"];

    /// <summary>Writes the table.</summary>
    public static void Write(IEnumerable<AuditEvent> events, Stream stream)
    {
        var rows = events.Select((one, i) =>
        {
            var facts = one.Facts();
            facts["seq"] = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (string[])[.. Columns.Select(c => facts.GetValueOrDefault(c, ""))];
        });
        CsvWriter.Write(OutputTable.OfTexts("audit", Columns, [.. rows]), stream, new());
    }
}
