using System.Globalization;
using ClosedXML.Excel;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning;

/// <summary>The drop-down lists of the cleaning log: their values stand on a hidden sheet, one named range a list, so that lists may be as long as they are.</summary>
/// <remarks>Pasting over a cell destroys its list; whatever comes back is checked again.</remarks>
internal sealed class CleaningLogRules(XLWorkbook workbook, Messages texts)
{
    private readonly IXLWorksheet _sheet = workbook.AddWorksheet("validation_rules");
    private readonly Dictionary<string, string> _ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, string> _known = [];

    /// <summary>Adds the lists to the columns to fill.</summary>
    public void Apply(IXLWorksheet log, CleaningLog lines)
    {
        var rows = lines.Entries.Length;
        var types = ForRange(log, CleaningLog.Columns.IndexOf("change_type") + 1, 2, rows + 1);
        types.List(Named("change_type", CleaningLog.ChangeTypes), inCellDropdown: true);
        Refuse(types, "wrong-type", XLErrorStyle.Stop);

        var exceptions = ForRange(log, CleaningLog.Columns.IndexOf("exception") + 1, 2, rows + 1);
        exceptions.List(Named("exception", ["yes"]), inCellDropdown: true);
        Refuse(exceptions, "wrong-type", XLErrorStyle.Stop);

        AddNewValues(log, lines);
        _sheet.Hide();
    }

    private static IXLDataValidation ForRange(IXLWorksheet log, int column, int firstRow, int lastRow) =>
        log.Range(firstRow, column, lastRow, column).SetDataValidation();

    // One rule a list, over all the runs of lines that it serves: thousands of rules make a workbook slow to open.
    private void AddNewValues(IXLWorksheet log, CleaningLog lines)
    {
        var column = CleaningLog.Columns.IndexOf("new_value") + 1;
        var rules = new Dictionary<string, IXLDataValidation>(StringComparer.Ordinal);
        var lists = lines.Entries.Select(ListOf).ToArray();
        for (var first = 0; first < lists.Length;)
        {
            var end = first + 1;
            while (end < lists.Length && lists[end] == lists[first]) end++;
            if (lists[first] is { } list)
            {
                var range = log.Range(first + 2, column, end + 1, column);
                if (rules.TryGetValue(list, out var rule))
                {
                    rule.AddRange(range);
                }
                else
                {
                    rules.Add(list, rule = range.SetDataValidation());
                    rule.List(list, inCellDropdown: true);
                    Refuse(rule, "wrong-value", XLErrorStyle.Warning);
                }
            }

            first = end;
        }
    }

    // Name of the range with the values of a line's question, or null where any text may be right.
    private string? ListOf(CleaningLogEntry entry)
    {
        if (entry.Finding.Question!.Contains('/', StringComparison.Ordinal)) return Named("0/1", ["0", "1"]);
        if (entry.Question is not { Choices: { Choices.Length: > 0 } list } question || !question.Type.IsSelectOne()) return null;
        if (_known.TryGetValue(question, out var known)) return known;

        var names = list.Choices.Select(c => c.Name).Distinct(StringComparer.Ordinal);
        if (question.HasOrOther && !list.Contains("other")) names = names.Append("other");
        return _known[question] = Named(question.HasOrOther ? $"{list.Name} + other" : list.Name, names);
    }

    private void Refuse(IXLDataValidation rule, string part, XLErrorStyle style)
    {
        rule.ErrorStyle = style;
        rule.IgnoreBlanks = true;
        rule.ErrorMessage = texts.Text("workbook/cleaning-log", part);
    }

    // Names of lists may be anything; names of ranges may not, so they are numbered, and the list's name heads its column.
    private string Named(string list, IEnumerable<string> values)
    {
        // Two versions of a form may have different lists of one name.
        string[] all = [.. values];
        var key = $"{list}\n{string.Join('\n', all)}";
        if (_ranges.TryGetValue(key, out var known)) return known;
        var column = _ranges.Count + 1;
        _sheet.Column(column).Style.NumberFormat.SetFormat("@");
        _sheet.Cell(1, column).SetValue(list);
        var row = 1;
        foreach (var value in all) _sheet.Cell(++row, column).SetValue(value);

        var name = $"list_{column.ToString(CultureInfo.InvariantCulture)}";
        workbook.NamedRanges.Add(name, _sheet.Range(2, column, row, column));
        _ranges.Add(key, name);
        return name;
    }
}
