using System.Buffers;
using System.Text;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Writes the privacy plan as CSV: UTF-8, comma, LF, quotes only where needed, so that it compares well in git.</summary>
public static class PlanCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the plan. The stream stays open.</summary>
    public static void Write(PrivacyPlan plan, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', PlanColumns.All.Select(c => c.Name).Concat(plan.OtherHeaders).Select(Cell)));
        foreach (var row in plan.Rows)
            writer.WriteLine(string.Join(',', PlanColumns.All.Select(c => c.Read(row)).Concat(row.Others).Select(Cell)));
    }

    private static string Cell(string text)
    {
        var isPlain = !text.AsSpan().ContainsAny(Quoted) && (text.Length == 0 || (text[0] != ' ' && text[^1] != ' '));
        return isPlain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
