using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Submissions;

namespace MigrationClean.Writing;

/// <summary>Writes submissions as JSON lines in KoBo's own shape, so that they compare with its <c>data.json</c>.</summary>
public static class NdjsonWriter
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Writes one object a line, in the order of the main table; repeats nested. Not anonymised.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="output">Left open.</param>
    /// <remarks>machine-interfaces §8. O(cells).</remarks>
    public static void Write(SubmissionSet submissions, Stream output)
    {
        using var lines = new Lines(submissions, output);
        for (var row = 0; row < submissions.Main.RowCount; row++) lines.Write(row);
        lines.Flush();
    }

    private sealed class Lines : IDisposable
    {
        private readonly SubmissionSet _submissions;
        private readonly Stream _output;
        private readonly MemoryStream _line = new();
        private readonly Utf8JsonWriter _json;
        private readonly Dictionary<(Table Table, int Form), NdjsonShape> _shapes = [];
        private readonly Dictionary<Table, (int[] First, int[] Rows)> _children = [];

        public Lines(SubmissionSet submissions, Stream output)
        {
            _submissions = submissions;
            _output = output;
            _json = new(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
            foreach (var table in submissions.Repeats) _children[table] = ByParent(table);
        }

        public void Write(int row)
        {
            var main = _submissions.Main;
            Object(main, row, main.FormOfRow.IsEmpty ? 0 : main.FormOfRow[row]);
            _json.Flush();
            _json.Reset();
            _line.WriteByte((byte)'\n');
            if (_line.Length >= FlushBytes) Flush();
        }

        public void Dispose()
        {
            _json.Dispose();
            _line.Dispose();
        }

        public void Flush()
        {
            _line.Position = 0;
            _line.CopyTo(_output);
            _line.SetLength(0);
        }

        private void Object(Table table, int row, int form)
        {
            if (!_shapes.TryGetValue((table, form), out var shape)) _shapes[(table, form)] = shape = NdjsonShape.Of(_submissions, table, form);
            _json.WriteStartObject();
            foreach (var member in shape.Members)
            {
                if (member.Rows is { } rows) Rows(member.Key, rows, row, form);
                else Cell(member, row);
            }

            _json.WriteEndObject();
        }

        private void Rows(JsonEncodedText key, Table table, int parent, int form)
        {
            var (first, rows) = _children[table];
            if (first[parent] == first[parent + 1]) return;
            _json.WriteStartArray(key);
            for (var i = first[parent]; i < first[parent + 1]; i++) Object(table, rows[i], form);
            _json.WriteEndArray();
        }

        private void Cell(NdjsonMember member, int row)
        {
            var column = member.Column!.Value;
            var code = column.CodeAt(row);
            var value = column.Utf8(code);
            if (member.Kind == NdjsonKind.Status)
            {
                _json.WriteStartObject(member.Key);
                if (code != 0) _json.WriteString("uid"u8, value);
                _json.WriteEndObject();
            }
            else if (code == 0)
            {
                return;
            }
            else if (member.Kind == NdjsonKind.Number && Utf8Parser.TryParse(value, out long number, out var length) && length == value.Length)
            {
                _json.WriteNumber(member.Key, number);
            }
            else
            {
                _json.WriteString(member.Key, value);
            }
        }

        /// <summary>The rows of a repeat by parent: where each parent's begin, and all rows in that order.</summary>
        private static (int[] First, int[] Rows) ByParent(Table table)
        {
            var first = new int[table.Parent!.RowCount + 1];
            foreach (var parent in table.ParentRows)
                if (parent >= 0) first[parent + 1]++;
            for (var p = 1; p < first.Length; p++) first[p] += first[p - 1];

            var rows = new int[first[^1]];
            var next = first.ToArray();
            for (var row = 0; row < table.RowCount; row++)
                if (table.ParentRows[row] is >= 0 and var parent) rows[next[parent]++] = row;
            return (first, rows);
        }
    }
}
