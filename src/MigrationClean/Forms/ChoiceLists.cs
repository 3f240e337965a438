using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>Reads the choices and external_choices sheets.</summary>
internal static class ChoiceLists
{
    /// <summary>The lists of a sheet by name. Rows without a list are left out, as the converters do.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="languages">The form's languages.</param>
    /// <param name="refusals">Told of a missing column, of a choice that has a label and no name, and of too many rows.</param>
    public static FrozenDictionary<string, ChoiceList> Read(FormSheet sheet, ImmutableArray<string?> languages, Refusals refusals)
    {
        var empty = FrozenDictionary<string, ChoiceList>.Empty;
        if (sheet.Rows.IsEmpty) return empty;
        var columns = sheet.Columns();
        var hasName = columns.ContainsKey("name") || columns.ContainsKey("$autovalue");
        if (!hasName) refusals.Add("FILE-08/form-choices-no-name", new(sheet.Name, 1, ""));
        if (!columns.ContainsKey("list_name")) refusals.Add("FILE-08/form-choices-no-list", new(sheet.Name, 1, ""));
        if (sheet.Rows.Length > FormLimits.Choices)
            refusals.Add("FILE-05/form-choices", new(sheet.Name, 0, ""), new FindingArgument("limit", $"{FormLimits.Choices}"));
        sheet.CheckHeaders(refusals);
        if (!hasName || !columns.ContainsKey("list_name") || sheet.Rows.Length > FormLimits.Choices) return empty;

        var rows = Rows(sheet, languages).ToList();
        foreach (var (list, choice) in rows)
            if (choice.Name.Length == 0 && !choice.Label.IsEmpty) refusals.Add("FILE-02/form-choice-name", choice.Place, new FindingArgument("list", list));
        return Of(rows);
    }

    /// <summary>The lists of rows, by name; a choice without a name is in none.</summary>
    public static FrozenDictionary<string, ChoiceList> Of(IEnumerable<ChoiceRow> rows)
    {
        Dictionary<string, List<Choice>> lists = new(StringComparer.Ordinal);
        foreach (var (list, choice) in rows)
        {
            var choices = lists.TryGetValue(list, out var known) ? known : lists[list] = [];
            if (choice.Name.Length > 0) choices.Add(choice);
        }

        return lists.ToFrozenDictionary(l => l.Key, l => new ChoiceList(l.Key, l.Value), StringComparer.Ordinal);
    }

    /// <summary>The rows that name a list, in order; none if the sheet has no column of lists.</summary>
    public static IEnumerable<ChoiceRow> Rows(FormSheet sheet, ImmutableArray<string?> languages)
    {
        var columns = sheet.Columns();
        if (!columns.TryGetValue("list_name", out var listPosition)) yield break;
        var label = FormLanguages.Positions(sheet, languages).Where(t => t.Name == "label").SelectMany(t => t.Texts).ToImmutableArray();
        var others = Enumerable.Range(0, sheet.Headers.Length)
            .Where(i => sheet.Headers[i].Text.Length > 0 && sheet.Headers[i].Name is not ("list_name" or "name" or "label" or "$autovalue"))
            .ToImmutableArray();
        var nameHeader = columns.TryGetValue("name", out var position) || columns.TryGetValue("$autovalue", out position) ? sheet.Headers[position].Text : "name";
        foreach (var row in sheet.Rows)
        {
            var list = CellText.Straighten(row.Cells[listPosition]);
            if (list.Length == 0) continue;
            var name = CellText.Straighten(Name(row, columns));
            var text = new LocalText(label.Select(l => (l.Language, row.Cells[l.Position])));
            yield return new(list, new(name, text, Columns(sheet, row, others), new(sheet.Name, row.Number, nameHeader)));
        }
    }

    private static string Name(GridRow row, Dictionary<string, int> columns)
    {
        var name = columns.TryGetValue("name", out var position) ? row.Cells[position] : "";
        return name.Length == 0 && columns.TryGetValue("$autovalue", out position) ? row.Cells[position] : name;
    }

    private static FrozenDictionary<string, string> Columns(FormSheet sheet, GridRow row, ImmutableArray<int> positions)
    {
        if (!positions.Any(p => row.Cells[p].Length > 0)) return FrozenDictionary<string, string>.Empty;
        Dictionary<string, string> columns = new(StringComparer.Ordinal);
        foreach (var position in positions)
            if (row.Cells[position].Length > 0) columns.TryAdd(sheet.Headers[position].Text, CellText.Straighten(row.Cells[position]));
        return columns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
