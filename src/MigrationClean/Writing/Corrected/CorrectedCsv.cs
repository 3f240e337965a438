using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects a text with separators: cells that no edit touches keep their bytes, quotes and line ends.</summary>
/// <remarks>
/// A new value is quoted where it must be, and where the field that it replaces was quoted without need; where that says nothing, where all fields of the
/// header are. So an edit that is taken back gives the same bytes.
/// </remarks>
internal sealed class CorrectedCsv
{
    private readonly TextCopy _text;
    private readonly SheetEdits _edits;
    private readonly Location _location;
    private readonly List<Splice> _splices = [];
    private byte _separator;
    private bool _quotesAll;

    private CorrectedCsv(TextCopy text, SheetEdits edits, Location location) => (_text, _edits, _location) = (text, edits, location);

    /// <summary>What changes in a text.</summary>
    /// <param name="utf8">The text from its beginning.</param>
    /// <param name="edits">What to change.</param>
    /// <param name="text">The encoding that the copy is written in.</param>
    /// <param name="location">File, and member of an archive.</param>
    /// <returns>The stretches to write in another way. O(bytes) time.</returns>
    /// <exception cref="InputException">FILE-06/new-value: the encoding lacks a letter of a new value.</exception>
    public static List<Splice> Plan(Stream utf8, SheetEdits edits, TextCopy text, Location location)
    {
        var csv = new CorrectedCsv(text, edits, location);
        csv.Walk(utf8);
        edits.ThrowUnmet();
        return csv._splices;
    }

    private void Walk(Stream utf8)
    {
        var beginning = new byte[CsvSource.BlockSize];
        var length = utf8.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        var dialect = CsvSource.DialectOf(beginning.AsSpan(0, length), out var mark, out var hasHint);
        _separator = dialect.Separator;
        using var all = new JoinedStream(beginning.AsMemory(mark, length - mark), utf8);
        var record = new FieldWalk(all, dialect, mark);
        var header = hasHint ? 2 : 1;
        var lastKeptEnd = (long)mark;
        var lastGoes = false;
        for (var row = 1; record.NextRecord(); row++)
        {
            if (row == header && !IsBlank(record)) _quotesAll = record.Fields.TrueForAll(static f => f.IsQuoted);
            else if (row == header) header++;
            lastGoes = _edits.Removes(row);
            var edits = _edits.Of(row);
            if (lastGoes) _splices.Add(new(record.Start, record.End, []));
            else if (edits.Count > 0) Edit(record, edits, row);
            if (!lastGoes) lastKeptEnd = record.ContentEnd;
        }

        // Where the text ended without a line end it does so still.
        if (!lastGoes || record.End != record.ContentEnd) return;
        _splices.RemoveAll(s => s.Start > lastKeptEnd);
        _splices.Add(new(lastKeptEnd, record.End, []));
    }

    private static bool IsBlank(FieldWalk record) => record.ContentEnd == record.Start;

    private void Edit(FieldWalk record, IReadOnlyList<CellEdit> edits, int row)
    {
        using var tail = new MemoryStream();
        var width = record.Fields.Count;
        foreach (var edit in edits)
        {
            var value = edit.Value ?? "";
            if (edit.Column <= record.Fields.Count)
            {
                var old = record.Fields[edit.Column - 1];

                // The only field of a record, if blank, would leave an empty line, which is no row to many readers.
                var quoted = (old.IsQuoted && (!old.NeedsQuotes || _quotesAll)) || (record.Fields.Count == 1 && value.Length == 0);
                _splices.Add(new(old.Start, old.End, Field(value, quoted, row, edit.Column)));
                continue;
            }

            if (value.Length == 0) continue;
            for (; width < edit.Column; width++)
            {
                tail.WriteByte(_separator);
                if (_quotesAll && width + 1 < edit.Column) tail.Write("\"\""u8);
            }

            tail.Write(Field(value, _quotesAll, row, edit.Column));
        }

        if (tail.Length > 0) _splices.Add(new(record.ContentEnd, record.ContentEnd, tail.ToArray()));
    }

    private byte[] Field(string value, bool quoted, int row, int column)
    {
        var bytes = _text.Utf8(value, _location with { Row = row, ColumnNumber = column });
        if (!quoted && bytes.AsSpan().IndexOfAny((byte)'"', (byte)'\r', (byte)'\n') < 0 && !bytes.Contains(_separator)) return bytes;
        return [(byte)'"', .. Encoding.UTF8.GetBytes(value.Replace("\"", "\"\"", StringComparison.Ordinal)), (byte)'"'];
    }
}
