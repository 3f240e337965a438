namespace MigrationClean.Forms.Linting;

/// <summary>A row of the entities sheet: the form makes or changes an entry of a list that other forms may use.</summary>
/// <param name="List">The list's name, "" if it is missing.</param>
/// <param name="Row">The row.</param>
/// <param name="Cells">The cells that are not blank by column, with their places.</param>
internal sealed record EntityDeclaration(string List, int Row, IReadOnlyDictionary<string, (string Text, FormPlace Place)> Cells)
{
    /// <summary>Whether a column is filled in.</summary>
    public bool Has(string column) => Cells.ContainsKey(column);
}

/// <summary>Reads the entities sheet (xlsform §3).</summary>
internal static class EntityDeclarations
{
    /// <summary>The columns that it may have.</summary>
    public static readonly string[] Columns = ["list_name", "label", "create_if", "update_if", "entity_id", "repeat"];

    /// <summary>What a header of the sheet means, <see langword="null"/> if nothing.</summary>
    public static string? ColumnOf(string header)
    {
        var column = CellText.Collapse(header.Trim()).ToLowerInvariant().Replace(' ', '_');
        return column == "dataset" ? "list_name" : Columns.Contains(column) ? column : null;
    }

    /// <summary>The rows that hold anything under a column that means something.</summary>
    public static IEnumerable<EntityDeclaration> In(LintContext form)
    {
        if (form.Entities is not { } sheet) yield break;
        foreach (var row in sheet.Rows)
        {
            Dictionary<string, (string, FormPlace)> cells = new(StringComparer.Ordinal);
            for (var i = 0; i < sheet.Headers.Length; i++)
                if (row.Cells[i].Length > 0 && ColumnOf(sheet.Headers[i].Text) is { } column)
                    cells.TryAdd(column, (CellText.Straighten(row.Cells[i]), new(sheet.Name, row.Number, sheet.Headers[i].Text)));
            if (cells.Count > 0) yield return new(cells.TryGetValue("list_name", out var list) ? list.Item1 : "", row.Number, cells);
        }
    }

    /// <summary>The place of a column in a declaration, whether filled in or not.</summary>
    public static FormPlace PlaceOf(LintContext form, EntityDeclaration entity, string column) => entity.Cells.TryGetValue(column, out var cell)
        ? cell.Place
        : new(form.Entities!.Name, entity.Row, form.Entities.Headers.Select(h => h.Text).FirstOrDefault(text => ColumnOf(text) == column) ?? column);
}
