using System.Collections.Immutable;
using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Ingest;

/// <summary>Reads forms in the old .xls format.</summary>
internal static class OldWorkbook
{
    /// <summary>Reads all sheets.</summary>
    /// <exception cref="InputException">FILE-02: no workbook; FILE-03: behind a password; FILE-04: damaged.</exception>
    public static ImmutableArray<Grid> Read(OpenedInput opened)
    {
        using var bytes = new MemoryStream();
        opened.CopyTo(bytes);
        bytes.Position = 0;
        if (OleFile.IsEncrypted(bytes, out var isWord)) throw new InputException("FILE-03", new() { File = opened.Name });
        if (isWord) throw new InputException("FILE-02/document", new() { File = opened.Name });
        bytes.Position = 0;
        TextEncoding.RegisterCodePages();
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(bytes, new() { LeaveOpen = true });
            return [.. Sheets(reader, opened.Name)];
        }
        catch (InvalidPasswordException)
        {
            throw new InputException("FILE-03", new() { File = opened.Name });
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or InvalidDataException or IndexOutOfRangeException or ArgumentException
            or FormatException or NotSupportedException or OverflowException or InvalidOperationException or InvalidCastException)
        {
            // The library meets damage in whatever way its parser does.
            throw new InputException("FILE-04", new() { File = opened.Name });
        }
    }

    private static IEnumerable<Grid> Sheets(IExcelDataReader reader, string file)
    {
        do
        {
            var builder = new GridBuilder(new() { File = file, Sheet = reader.Name }, isWorkbook: true);
            for (var number = 1; reader.Read(); number++)
                builder.AddRow(number, [.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))]);
            yield return builder.Build();
        }
        while (reader.NextResult());
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        bool value => value ? "TRUE" : "FALSE",
        double value => Number(value),
        DateTime value => NumberFormats.KindOf(reader.GetNumberFormatString(column) ?? "") == NumberKind.Time
            ? value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan value => value.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    private static string Number(double value)
    {
        var text = new ByteList();
        ExcelNumbers.Append(text, value);
        return System.Text.Encoding.UTF8.GetString(text.Span);
    }
}
