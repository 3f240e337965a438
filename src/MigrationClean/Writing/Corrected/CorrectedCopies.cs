using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Writing.Corrected;

/// <summary>Writes the corrected copies and reads each again: it differs from its export in the given cells and rows and nowhere else (cleaning §6.9).</summary>
internal static class CorrectedCopies
{
    /// <summary>Writes a copy of each export.</summary>
    /// <param name="exports">The exports.</param>
    /// <param name="reading">As they were read.</param>
    /// <param name="places">What changes.</param>
    /// <param name="files">Where each copy goes.</param>
    /// <returns>Name and SHA-256 of each copy.</returns>
    /// <exception cref="Diagnostics.InputException">An export can't be read any more, or a copy can't be written.</exception>
    /// <exception cref="InvalidOperationException">A copy is not what it should be: a mistake of ours; it is not left.</exception>
    public static IReadOnlyList<(string Path, string Sha256)> Write(ImmutableArray<InputFile> exports, ReadOptions reading, CorrectedPlaces places, ImmutableArray<OutputOptions> files)
    {
        foreach (var file in files) AtomicFile.Check(file);
        var hashes = new List<(string, string)>();
        for (var i = 0; i < exports.Length; i++)
        {
            var (input, copy) = (i, "");
            AtomicFile.Write(files[i], stream => copy = WriteOne(exports[input], reading, places, input, stream), ownerOnly: true);
            hashes.Add((Path.GetFileName(files[i].Path), copy));
        }

        return hashes;
    }

    /// <summary>Writes the copy of the only export to a stream: held back until it is proved, as what has gone down a pipe can't be called back.</summary>
    public static IReadOnlyList<(string Path, string Sha256)> Write(InputFile export, ReadOptions reading, CorrectedPlaces places, Stream output)
    {
        using var held = new MemoryStream();
        var hash = WriteOne(export, reading, places, 0, held);
        held.Position = 0;
        held.CopyTo(output);
        return [("-", hash)];
    }

    private static string WriteOne(InputFile export, ReadOptions reading, CorrectedPlaces places, int input, Stream stream)
    {
        CorrectedExport.Write(export, places.EditsOf(input), places.RemovedFrom(input), reading, stream);
        stream.Flush();
        Prove(ExportReader.Read(export, reading), ExportReader.Read(InputFile.FromStream(export.Name, () => new ReadBack(stream)), reading), places.EditsOf(input), places.RemovedFrom(input));
        using var back = new ReadBack(stream);
        return Convert.ToHexStringLower(SHA256.HashData(back));
    }

    private static void Prove(RawExport before, RawExport after, IReadOnlyList<CellEdit> edits, IReadOnlyList<RowRemoval> removed)
    {
        var bySheet = edits.GroupBy(e => e.Sheet ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToDictionary(e => (e.Row, e.Column), e => e.Value ?? ""), StringComparer.Ordinal);
        var gone = removed.Select(r => (r.Sheet ?? "", r.Row)).ToHashSet();
        foreach (var sheet in before.Sheets)
        {
            var name = sheet.Name ?? "";
            int[] rows = [.. Enumerable.Range(0, sheet.RowCount).Where(r => !gone.Contains((name, sheet.Places.RowNumber(r))))];
            var copy = after.Sheets.FirstOrDefault(s => (s.Name ?? "") == name);
            if (copy is null && rows.Length == 0) continue;
            if (copy is null || copy.RowCount != rows.Length) throw Differs(name, copy?.RowCount ?? -1, rows.Length);
            Prove(sheet, copy, rows, bySheet.GetValueOrDefault(name) ?? []);
        }
    }

    private static void Prove(Sheet sheet, Sheet copy, int[] rows, Dictionary<(int Row, int Column), string> edits)
    {
        var columns = edits.Keys.Select(e => e.Column).ToHashSet();
        for (var c = 0; c < sheet.Columns.Length; c++)
        {
            var at = c < copy.Headers.Length && copy.Headers[c] == sheet.Headers[c] ? c : copy.Headers.IndexOf(sheet.Headers[c]);
            var (old, now) = (sheet.Columns[c].CodesOfAllRows(), at < 0 ? new int[rows.Length] : copy.Columns[at].CodesOfAllRows());
            var same = new Dictionary<(int, int), bool>();
            var isEdited = columns.Contains(c + 1);
            for (var row = 0; row < rows.Length; row++)
            {
                if (isEdited && edits.TryGetValue((sheet.Places.RowNumber(rows[row]), c + 1), out var text))
                {
                    if ((at < 0 ? "" : copy.Columns[at].Text(now[row])) != text) throw Differs(sheet.Name ?? "", row, c);
                    continue;
                }

                var pair = (old[rows[row]], now[row]);
                if (!same.TryGetValue(pair, out var isSame))
                    same[pair] = isSame = at < 0 ? pair.Item1 == 0 : sheet.Columns[c].Utf8(pair.Item1).SequenceEqual(copy.Columns[at].Utf8(pair.Item2));
                if (!isSame) throw Differs(sheet.Name ?? "", row, c);
            }
        }
    }

    private static InvalidOperationException Differs(string sheet, int row, int column) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The corrected copy differs where it must not: sheet {sheet}, row {row}, column {column}."));

    /// <summary>What was written, for reading; closing it leaves the file open.</summary>
    private sealed class ReadBack : Stream
    {
        private readonly Stream _written;

        public ReadBack(Stream written)
        {
            _written = written;
            _written.Position = 0;
        }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => _written.Length;

        public override long Position
        {
            get => _written.Position;
            set => _written.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => _written.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => _written.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) => _written.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
