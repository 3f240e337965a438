using System.Text;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Ingest;

/// <summary>A folder for one test's files, removed with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrationclean-");

    public void Dispose() => _folder.Delete(recursive: true);

    public InputFile Bytes(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return InputFile.FromPath(path);
    }

    public InputFile Text(string name, string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Bytes(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    public Sheet Csv(string text, Encoding? encoding = null, int threads = 1) => Export(Text("data.csv", text, encoding), threads).Sheets.Single();

    public static RawExport Export(InputFile file, int threads = 1, string? encoding = null) =>
        ExportReader.Read(file, new() { Threads = threads, Encoding = encoding });
}

/// <summary>A sheet as texts, for comparing.</summary>
public static class SheetTexts
{
    public static string[] Row(this Sheet sheet, int row) => [.. sheet.Columns.Select(c => c.TextAt(row))];

    public static string[][] Rows(this Sheet sheet) => [.. Enumerable.Range(0, sheet.RowCount).Select(sheet.Row)];
}
