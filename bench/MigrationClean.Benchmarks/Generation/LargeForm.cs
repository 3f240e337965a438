using System.Globalization;
using ClosedXML.Excel;

namespace MigrationClean.Benchmarks.Generation;

/// <summary>The form of the large survey and the columns its export has: about as many as asked for.</summary>
internal sealed class LargeForm
{
    private const int Choices = 8;

    private readonly List<(string Type, string Name, string Label, string Constraint, string Required)> _survey = [];
    private readonly List<SurveyColumn> _columns = [];

    /// <summary>Columns of the export in KoBo's order.</summary>
    public IReadOnlyList<SurveyColumn> Columns => _columns;

    /// <summary>Makes a form whose export has this many columns, give or take nine.</summary>
    public static LargeForm Create(int columns)
    {
        var form = new LargeForm();
        form.AddFrame();
        while (form._columns.Count < columns - 9) form.AddBlock(columns - 9 - form._columns.Count);
        form.AddServerColumns();
        return form;
    }

    /// <summary>Writes the XLSForm.</summary>
    public void WriteForm(string path)
    {
        using var workbook = new XLWorkbook();
        var survey = workbook.AddWorksheet("survey");
        Row(survey, 1, "type", "name", "label::English (en)", "constraint", "required");
        for (var i = 0; i < _survey.Count; i++)
            Row(survey, i + 2, _survey[i].Type, _survey[i].Name, _survey[i].Label, _survey[i].Constraint, _survey[i].Required);

        var choices = workbook.AddWorksheet("choices");
        Row(choices, 1, "list_name", "name", "label::English (en)");
        var line = 2;
        foreach (var name in (string[])["yes", "no"]) Row(choices, line++, "yesno", name, name);
        foreach (var size in (int[])[4, Choices, 20, 60])
            for (var c = 0; c < size; c++) Row(choices, line++, $"list{size}", $"c{c}", $"Choice {c}");

        var settings = workbook.AddWorksheet("settings");
        Row(settings, 1, "form_title", "form_id", "version");
        Row(settings, 2, "Large survey", "large_survey", "v1");
        workbook.SaveAs(path);
    }

    private void AddFrame()
    {
        Add("start", "start", SurveyCells.Instant(1));
        Add("end", "end", SurveyCells.Instant(2));
        Add("today", "today", SurveyCells.Date(3, 100));
        Add("deviceid", "deviceid", SurveyCells.Hex(4, "collect:"));
        Add("select_one yesno", "consent", row => new RowRandom(row, 5).Chance(98) ? "yes" : "no", label: "Consent", required: "yes");
        Add("select_one list60", "enumerator", SurveyCells.Choice(6, 100, 60), label: "Enumerator");
        Add("select_one list8", "region", SurveyCells.Choice(7, 100, Choices), label: "Region");
        Add("select_one list60", "rayon", SurveyCells.Choice(8, 100, 60), label: "Rayon");
        Add("text", "resp_name", SurveyCells.Text(9, 90, 2), label: "Full name");
        Add("text", "resp_phone", row => "+99677" + (1000000 + new RowRandom(row, 10).Below(8999999)).ToString(CultureInfo.InvariantCulture), label: "Phone");
        Add("select_one list4", "sex", SurveyCells.Choice(11, 100, 2), label: "Sex");
        Add("integer", "age", SurveyCells.Number(12, 100, 70, decimals: false), label: "Age", constraint: ". >= 0 and . < 120");
    }

    // One block: a tenth of the survey, in the mix of a real one: selects, numbers, a select_multiple, dates, a free text.
    private void AddBlock(int room)
    {
        var n = _survey.Count;
        if (room < 22)
        {
            Add("integer", $"n{n}", SurveyCells.Number(n * 7, 50, 20, decimals: false), constraint: ". >= 0");
            return;
        }

        for (var i = 0; i < 4; i++)
        {
            var size = (int[])[4, Choices, 20, 60];
            Add($"select_one list{size[i]}", $"s{n}_{i}", SurveyCells.Choice((n * 7) + i, 70, size[i]));
        }

        for (var i = 0; i < 5; i++)
            Add(i == 4 ? "decimal" : "integer", $"n{n}_{i}", SurveyCells.Number((n * 7) + 100 + i, 45, i < 3 ? 12 : 90000, decimals: i == 4), constraint: ". >= 0 and . < 100000");

        AddMultiple($"m{n}", (n * 7) + 200);
        Add("date", $"d{n}", SurveyCells.Date((n * 7) + 300, 50));
        Add("text", $"t{n}", SurveyCells.Text((n * 7) + 400, 35, 18));
        Add("text", $"u{n}", SurveyCells.Text((n * 7) + 500, 60, 3));
    }

    private void AddMultiple(string name, int column)
    {
        _survey.Add(($"select_multiple list{Choices}", name, $"Question {name}", "", ""));
        _columns.Add(new(name, row =>
        {
            var chosen = SurveyCells.Chosen(row, column);
            return string.Join(' ', Enumerable.Range(0, Choices).Where(c => (chosen >> c & 1) == 1).Select(c => $"c{c}"));
        }));
        for (var c = 0; c < Choices; c++)
        {
            var bit = c;
            _columns.Add(new($"{name}/c{c}", row => SurveyCells.Chosen(row, column) is var chosen and not 0 ? (chosen >> bit & 1) == 1 ? "1" : "0" : ""));
        }
    }

    private void AddServerColumns()
    {
        _columns.Add(new("_id", row => (500000 + row).ToString(CultureInfo.InvariantCulture)));
        _columns.Add(new("_uuid", SurveyCells.Hex(901, "")));
        _columns.Add(new("_submission_time", row => SurveyCells.Instant(902)(row)[..19]));
        _columns.Add(new("_validation_status", _ => ""));
        _columns.Add(new("_status", _ => "submitted_via_web"));
        _columns.Add(new("_submitted_by", row => $"team{new RowRandom(row, 903).Below(12)}"));
        _columns.Add(new("__version__", _ => "vLargeSurvey0000000001"));
        _columns.Add(new("meta/rootUuid", SurveyCells.Hex(901, "uuid:")));
        _columns.Add(new("_index", row => (row + 1).ToString(CultureInfo.InvariantCulture)));
    }

    private void Add(string type, string name, Func<int, string> cell, string label = "", string constraint = "", string required = "")
    {
        _survey.Add((type, name, label.Length > 0 ? label : $"Question {name}", constraint, required));
        _columns.Add(new(name, cell));
    }

    private static void Row(IXLWorksheet sheet, int row, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++) sheet.Cell(row, i + 1).SetValue(cells[i]);
    }
}
