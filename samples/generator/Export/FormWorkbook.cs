using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Export;

/// <summary>Writes a sample form as the XLSForm that people would upload to KoBo.</summary>
internal static class FormWorkbook
{
    private static readonly (string Header, string Key)[] SurveyColumns =
    [
        ("label::English (en)", "en"), ("label::Русский (ru)", "ru"), ("label::Кыргызча (ky)", "ky"),
        ("hint::English (en)", "hint.en"), ("hint::Русский (ru)", "hint.ru"), ("hint::Кыргызча (ky)", "hint.ky"),
        ("required", "required"), ("relevant", "relevant"), ("constraint", "constraint"),
        ("constraint_message::English (en)", "message.en"), ("constraint_message::Русский (ru)", "message.ru"),
        ("constraint_message::Кыргызча (ky)", "message.ky"),
        ("calculation", "calculation"), ("choice_filter", "filter"), ("repeat_count", "repeat_count"),
        ("appearance", "appearance"), ("default", "default"), ("parameters", "parameters"),
        ("soft_min", "soft_min"), ("soft_max", "soft_max"), ("exclusive", "exclusive"),
        ("check::id", "check.id"), ("check", "check"), ("check_message", "check.message"),
    ];

    public static byte[] Write(SampleForm form)
    {
        var used = SurveyColumns.Where(c => form.Rows.Any(r => r.Cell(c.Key) is not null)).ToArray();
        var survey = Sheet("survey", ["type", "name", .. used.Select(c => c.Header)]);
        foreach (var row in form.Rows) survey.Rows.Add([row.Type, row.Name, .. used.Select(c => row.Cell(c.Key) ?? "")]);

        string[] parents = [.. form.Lists.Values.SelectMany(l => l).SelectMany(c => c.Parents.Keys).Distinct(StringComparer.Ordinal)];
        var choices = Sheet("choices", ["list_name", "name", .. SurveyColumns.Take(3).Select(c => c.Header), .. parents]);
        foreach (var (list, rows) in form.Lists)
            foreach (var c in rows)
                choices.Rows.Add([list, c.Name, c.English, c.Russian, c.Kyrgyz, .. parents.Select(c.Parent)]);

        var settings = Sheet("settings", [.. form.Settings.Keys]);
        settings.Rows.Add([.. form.Settings.Values]);
        return Workbook.Write([survey, choices, settings]);
    }

    private static ExportSheet Sheet(string name, string[] headers) =>
        new() { Name = name, Columns = [.. headers.Select(h => (h, CellKind.Text))] };
}
