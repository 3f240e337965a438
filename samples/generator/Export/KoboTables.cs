using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Export;

/// <summary>Lays submissions out as KoBo's exporter does: XML names and values, select_multiple both ways, no groups in headers.</summary>
/// <remarks>kobo-exports §3 (headers), §4 (values), §6 (metadata of December 2025), §7 (sheets of repeats).</remarks>
internal sealed class KoboTables(SampleForm form)
{
    private static readonly string[] PointParts = ["latitude", "longitude", "altitude", "precision"];
    private static readonly string[] Opening = ["start", "end", "today", "deviceid", "username"];

    private static readonly (string Header, CellKind Kind)[] Server =
    [
        ("_id", CellKind.Number), ("_uuid", CellKind.Text), ("_submission_time", CellKind.DateTime), ("_validation_status", CellKind.Text),
        ("_notes", CellKind.Text), ("_status", CellKind.Text), ("_submitted_by", CellKind.Text), ("__version__", CellKind.Text),
        ("_tags", CellKind.Text), ("meta/rootUuid", CellKind.Text),
    ];

    public string Title => form.Settings["form_title"];

    /// <summary>The main sheet and one sheet for each repeat that has rows, in the order in which rows first need them.</summary>
    public List<ExportSheet> Build(IReadOnlyList<Interview> interviews)
    {
        var questions = Asked(null);
        var main = new ExportSheet { Name = Title, Columns = [.. questions.SelectMany(Columns), .. Server, ("_index", CellKind.Number)] };
        var sheets = new Dictionary<string, ExportSheet>(StringComparer.Ordinal);
        List<ExportSheet> order = [main];
        for (var index = 1; index <= interviews.Count; index++)
        {
            var interview = interviews[index - 1];
            main.Rows.Add([.. questions.SelectMany(q => Cells(q, interview.Answers)), .. ServerCells(interview), index.ToString()]);
            foreach (var repeat in form.Repeats)
                foreach (var instance in interview.Instances(repeat.Name))
                {
                    if (!sheets.TryGetValue(repeat.Name, out var sheet))
                    {
                        sheets.Add(repeat.Name, sheet = RepeatSheet(repeat.Name));
                        order.Add(sheet);
                    }

                    sheet.Rows.Add(RepeatRow(repeat.Name, sheet, interview, instance, index));
                }
        }

        return order;
    }

    private List<FormQuestion> Asked(string? repeat)
    {
        var questions = form.Questions.Where(q => q.Repeat == repeat).ToList();
        return [.. questions.Where(q => Opening.Contains(q.Type)), .. questions.Where(q => !Opening.Contains(q.Type))];
    }

    private ExportSheet RepeatSheet(string repeat) => new()
    {
        Name = repeat,
        Columns =
        [
            .. Asked(repeat).SelectMany(Columns),
            ("_index", CellKind.Number), ("_parent_table_name", CellKind.Text), ("_parent_index", CellKind.Number),
            .. Server.Select(s => ("_submission_" + s.Header, s.Kind)),
        ],
    };

    private string[] RepeatRow(string repeat, ExportSheet sheet, Interview interview, Dictionary<string, string> instance, int parent) =>
    [
        .. Asked(repeat).SelectMany(q => Cells(q, instance)),
        (sheet.Rows.Count + 1).ToString(),
        Title,
        instance.GetValueOrDefault("_parent_index", parent.ToString()),
        .. ServerCells(interview),
    ];

    private IEnumerable<(string Header, CellKind Kind)> Columns(FormQuestion question)
    {
        var name = question.Name;
        yield return (name, Kind(question));
        if (question.Kind == "geopoint")
        {
            foreach (var part in PointParts) yield return ($"_{name}_{part}", CellKind.Number);
        }
        else if (question.Kind == "select_multiple")
        {
            foreach (var choice in form.Choices(question)) yield return ($"{name}/{choice.Name}", CellKind.Number);
            if (question.OrOther) yield return ($"{name}/other", CellKind.Number);
        }
    }

    private IEnumerable<string> Cells(FormQuestion question, Dictionary<string, string> answers)
    {
        var value = answers.GetValueOrDefault(question.Name, "");
        yield return value;
        var parts = value.Split(' ');
        if (question.Kind == "geopoint")
        {
            for (var i = 0; i < 4; i++) yield return i < parts.Length ? parts[i] : "";
        }
        else if (question.Kind == "select_multiple")
        {
            foreach (var choice in form.Choices(question)) yield return Separate(choice.Name);
            if (question.OrOther) yield return Separate("other");
        }

        string Separate(string choice) =>
            answers.GetValueOrDefault($"{question.Name}/{choice}", value.Length == 0 ? "" : parts.Contains(choice) ? "1" : "0");
    }

    private static CellKind Kind(FormQuestion question) => question.Kind switch
    {
        "integer" or "decimal" or "range" or "select_one" or "select_multiple" => CellKind.Number,
        "date" or "today" => CellKind.Date,
        "start" or "end" => CellKind.DateTime,
        _ => CellKind.Text,
    };

    private static string[] ServerCells(Interview interview) =>
    [
        interview.Id.ToString(), interview.Uuid, interview.SubmissionTime, interview.ValidationStatus, "", "submitted_via_web",
        interview.SubmittedBy, interview.Version, "", interview.RootUuid.Length > 0 ? "uuid:" + interview.RootUuid : "",
    ];
}
