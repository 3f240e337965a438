using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Checks.Rules;

/// <summary>
/// A check list in the columns of other tools (<c>check_id, description, check_to_perform, columns_to_clean</c>), whose conditions are R.
/// They are translated, never run.
/// </summary>
/// <remarks>Source: cleaning §4.13.</remarks>
internal static class ForeignList
{
    private static readonly string[] Columns = ["check_id", "description", "check_to_perform", "columns_to_clean"];

    /// <summary>Whether a table is such a list: it has the condition's column, and not ours.</summary>
    public static bool IsOne(Grid table)
    {
        var plain = table.Headers.Select(RuleGrid.Plain).ToHashSet(StringComparer.Ordinal);
        return plain.Contains(RuleGrid.Plain("check_to_perform")) && !plain.Contains("expression");
    }

    /// <summary>Reads the list.</summary>
    public static void Read(Grid table, List<RuleDraft> drafts, List<InputException> mistakes)
    {
        var grid = new RuleGrid(table, Columns, "description");
        mistakes.AddRange(grid.Mistakes);
        if (!grid.Has("check_id")) mistakes.Add(new("LOG-02/column-missing", grid.At(1, -1), new FindingArgument("column", "check_id")));
        foreach (var row in grid.Rows)
        {
            var (id, written) = (IdOf(grid.Cell(row, "check_id")), grid.Cell(row, "check_to_perform"));
            if (id.Length == 0 && grid.Has("check_id")) mistakes.Add(new("LOG-02/id", grid.Place(row, "check_id"), new FindingArgument("id", grid.Cell(row, "check_id"))));
            if (written.Length == 0)
            {
                mistakes.Add(new("LOG-02/no-expression", grid.Place(row, "check_to_perform"), new FindingArgument("rule", id)));
                continue;
            }

            if (RTranslation.ToXPath(written, out var refusal) is not { } expression)
            {
                var (position, text) = refusal!.Value;
                mistakes.Add(new("LOG-02/not-translated", grid.Place(row, "check_to_perform"), new("rule", id), new("place", $"{position + 1}"), new FindingArgument("text", text)));
                continue;
            }

            drafts.Add(new()
            {
                Id = id,
                Expression = expression,
                Written = written,
                Message = grid.Texts(row, "description"),
                Questions = [.. grid.Cell(row, "columns_to_clean").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Place = column => grid.Place(row, column switch { "expression" => "check_to_perform", "questions" => "columns_to_clean", "message" => "description", "id" => "check_id", _ => column }),
            });
        }
    }

    /// <summary>Ids of other tools have underscores and capitals; ours are small letters, digits and hyphens.</summary>
    private static string IdOf(string text)
    {
        var id = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        return id.ToString().TrimEnd('-');
    }
}
