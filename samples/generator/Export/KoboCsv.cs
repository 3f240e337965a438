using System.Text;

namespace MigrationClean.Samples.Export;

/// <summary>A CSV as KoBo writes it: UTF-8 without a mark, semicolons, every field quoted, CR LF (kobo-exports §10).</summary>
internal static class KoboCsv
{
    public static byte[] Write(ExportSheet sheet)
    {
        var text = new StringBuilder();
        Record(text, [.. sheet.Columns.Select(c => c.Header)]);
        foreach (var row in sheet.Rows) Record(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Record(StringBuilder text, string[] fields) =>
        text.AppendJoin(';', fields.Select(f => '"' + f.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')).Append("\r\n");
}
