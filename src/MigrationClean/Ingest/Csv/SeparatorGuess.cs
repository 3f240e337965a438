using System.Collections.Frozen;
using System.Text;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Csv;

/// <summary>Tells a text file's separator from its first records (kobo-exports §15.2).</summary>
internal static class SeparatorGuess
{
    private const int RecordsLookedAt = 20;

    // Names of columns that the servers add themselves: whichever separator makes them appear is the right one.
    private static readonly FrozenSet<string> ServerColumns = FrozenSet.ToFrozenSet(
        [
            "start", "end", "today", "deviceid", "username", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
            "_submitted_by", "__version__", "_tags", "_index", "_parent_index", "_parent_table_name", "meta/instanceID", "meta/rootUuid",
            "meta.instanceID", "_xform_id", "_duration", "_version", "SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName",
            "instanceID", "meta-instanceID", "formdef_version", "_submission__id", "_submission__uuid",
        ],
        StringComparer.Ordinal);

    /// <summary>The separator among <c>; , TAB |</c> that yields most names of server columns; ties by fields that stay the same in number, then by fields.</summary>
    /// <param name="text">The beginning of the file, without byte order mark.</param>
    /// <param name="lineEnd">Byte that ends a record.</param>
    /// <returns>The separator; a comma if there is none, i.e. a file of one column.</returns>
    public static byte Of(ReadOnlySpan<byte> text, byte lineEnd)
    {
        var best = (byte)',';
        var bestScore = (-1, -1, 1);
        foreach (var separator in ";,\t|"u8)
        {
            var score = Score(text, new(separator, lineEnd));
            if (score.Item3 > 1 && score.CompareTo(bestScore) > 0) (best, bestScore) = (separator, score);
        }

        return best;
    }

    private static (int, int, int) Score(ReadOnlySpan<byte> text, CsvDialect dialect)
    {
        var block = new CellBlock { Bytes = text.ToArray(), Length = text.Length };
        CsvRecords.ParseAny(block, dialect);
        if (block.RowCount == 0) return (0, 0, 0);
        var known = 0;
        foreach (ref readonly var cell in block.CellsOf(0))
            if (ServerColumns.Contains(Encoding.UTF8.GetString(block.Utf8(cell)))) known++;

        var fields = block.Rows[0].Fields;
        var same = 0;
        for (var row = 1; row < block.RowCount - 1 && row < RecordsLookedAt; row++)
            if (block.Rows[row].Fields >= fields) same++;
        return (known, fields > 1 ? same : 0, fields);
    }
}
