using System.Globalization;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Checks;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;
using MigrationClean.Ingest.Csv;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean.Benchmarks;

/// <summary>Figures that <c>bench.py</c> cannot take from outside a run: each prints its own.</summary>
internal static class Figures
{
    /// <summary>Records and filled cells of a CSV file, read by two threads and not kept.</summary>
    public static (long Records, long Filled) Count(string csv)
    {
        using var opened = new OpenedInput(InputFile.FromPath(csv));
        var source = new CsvSource(TextEncoding.ToUtf8(opened, null), new() { File = csv });
        var reading = new Lock();
        long records = -1, filled = 0; // the header is no record
        Parallel.For(0, 2, _ =>
        {
            var block = new CellBlock();
            while (true)
            {
                block.Clear();
                lock (reading)
                    if (!source.Fill(block)) return;
                source.Parse(block);
                Interlocked.Add(ref records, block.RowCount);
                Interlocked.Add(ref filled, block.CellCount);
            }
        });
        return (records, filled);
    }

    /// <summary>Bytes allocated a submission by counting k on four quasi-identifiers, and by looking for duplicates.</summary>
    public static (double KAnonymity, double Duplicates) ExtraMemory(string folder)
    {
        var form = FormReader.Read(InputFile.FromPath(Path.Combine(folder, "form.xlsx")));
        var export = ExportReader.Read(InputFile.FromPath(Path.Combine(folder, "export.csv")), new());
        var submissions = SubmissionReader.Read([export], [form]);
        var rows = submissions.Main.RowCount;
        Column[] keys = [.. submissions.Main.Columns.Select(c => c.Value).Where(c => c is { HasDistinctCodes: true, ValueCount: > 2 and < 12 }).Take(4)];
        return (Allocated(() => KAnonymity.Of(keys, rows)) / rows, Allocated(() => Checker.Run(submissions, new() { Select = ["ID-02"] })) / rows);
    }

    /// <summary>Bytes allocated a row by reading CSV and writing it, beyond the codes: rows repeat, so that the second half brings no new value.</summary>
    public static double Allocation()
    {
        const int Rows = 4_000, Columns = 250, Times = 5;
        var table = MadeUpTable.Csv(Rows, Columns);
        var header = table.AsSpan(0, table.AsSpan().IndexOf((byte)'\n') + 1);
        byte[] once = [.. header, .. Body(table, 1)];
        byte[] more = [.. header, .. Body(table, Times)];
        Copy(once); // compiles everything
        var codes = (double)Columns; // a byte a cell; only the identifier's column takes more
        return ((Copy(more) - Copy(once)) / (Rows * (Times - 1))) - codes;

        static byte[] Body(byte[] table, int times) => [.. Enumerable.Repeat(table[(table.AsSpan().IndexOf((byte)'\n') + 1)..], times).SelectMany(rows => rows)];
    }

    private static double Copy(byte[] csv) => Allocated(() =>
    {
        var sheet = ExportReader.Read(InputFile.FromStream("-", () => new MemoryStream(csv)), new() { Threads = 1 }).Sheets[0];
        var columns = sheet.Columns.Select((c, i) => new OutputColumn(sheet.Headers[i], c, ValueKind.Text));
        CsvWriter.Write(new("main", sheet.RowCount, [.. columns]), Stream.Null, new());
    });

    private static double Allocated(Action work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>A number for <c>bench.py</c>.</summary>
    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
