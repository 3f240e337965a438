using System.Text;

namespace MigrationClean.Tests.Writing;

/// <summary>A plain reader of RFC 4180, to read back what was written.</summary>
internal static class CsvText
{
    public static List<string[]> Read(string text, char separator = ',')
    {
        var (rows, row, cell, at) = (new List<string[]>(), new List<string>(), new StringBuilder(), 0);
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    if (text[at] == '"') at++;
                    cell.Append(text[at]);
                }

                at++;
            }
            else
            {
                while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
            }

            row.Add(cell.ToString());
            cell.Clear();
            if (at < text.Length && text[at] == separator)
            {
                if (++at < text.Length && text[at] is not ('\r' or '\n')) continue;
                row.Add("");
            }

            if (at < text.Length && text[at] == '\r') at++;
            at++;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }
}
