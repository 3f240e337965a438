namespace MigrationClean.Samples.Logic;

/// <summary>A questionnaire as the samples need it: rows to write as an XLSForm, questions to answer, lists to choose from.</summary>
internal sealed class SampleForm
{
    private static readonly IReadOnlyDictionary<string, string> NoCells = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly Dictionary<string, FormQuestion> byName = new(StringComparer.Ordinal);

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>All rows of the survey sheet in order, groups and their ends too.</summary>
    public required IReadOnlyList<FormQuestion> Rows { get; init; }

    public required IReadOnlyDictionary<string, List<FormChoice>> Lists { get; init; }

    /// <summary>What is asked, in the order of the form, with the texts that <c>or_other</c> adds.</summary>
    public IReadOnlyList<FormQuestion> Questions
    {
        get;
        private init
        {
            field = value;
            foreach (var question in value) byName.Add(question.Name, question);
        }
    } = [];

    public IReadOnlyList<FormQuestion> Repeats => [.. Rows.Where(r => r.Kind == "begin_repeat")];

    /// <summary>The path of a repeat without root, as findings and <c>faults.csv</c> name its table; "" for the main part.</summary>
    public string PathOf(string repeat)
    {
        var open = new Stack<string>();
        foreach (var row in Rows)
        {
            if (row.Kind.StartsWith("begin_", StringComparison.Ordinal)) open.Push(row.Name);
            if (row.Kind == "begin_repeat" && row.Name == repeat) return string.Join('/', open.Reverse());
            if (row.Kind.StartsWith("end_", StringComparison.Ordinal)) open.Pop();
        }

        return repeat.Length == 0 ? "" : throw new InvalidOperationException($"The form has no repeat {repeat}.");
    }

    public string Version => Settings["version"];

    public FormQuestion this[string name] => byName[name];

    public FormQuestion? Find(string name) => byName.GetValueOrDefault(name);

    public IReadOnlyList<FormChoice> Choices(FormQuestion question) => Lists[question.List!];

    public static SampleForm Read(string survey, string choices, params (string List, IEnumerable<FormChoice> Choices)[] more)
    {
        var lists = FormText.Choices(choices);
        foreach (var (list, rows) in more) lists[list] = [.. rows];

        var blocks = FormText.Blocks(survey);
        var rowsRead = new List<FormQuestion>();
        var questions = new List<FormQuestion>();
        var open = new List<(string? Repeat, string? Relevant)>();
        foreach (var (type, name, cells) in blocks.Skip(1))
        {
            var row = Question(type, name, cells, open);
            rowsRead.Add(row);
            if (row.Kind is "end_group" or "end_repeat") open.RemoveAt(open.Count - 1);
            else if (row.Kind == "begin_group") open.Add((null, row.Cell("relevant")));
            else if (row.Kind == "begin_repeat") open.Add((name, row.Cell("relevant")));
            else questions.Add(row);
            if (!row.OrOther) continue;

            var chosen = new Dictionary<string, string>(StringComparer.Ordinal) { ["relevant"] = $"selected(${{{name}}}, 'other')" };
            questions.Add(Question("text", name + "_other", chosen, open, generated: true));
        }

        return new SampleForm { Settings = blocks[0].Cells, Rows = rowsRead, Lists = lists, Questions = questions };
    }

    private static FormQuestion Question(
        string type,
        string name,
        Dictionary<string, string>? cells,
        List<(string? Repeat, string? Relevant)> open,
        bool generated = false) => new()
        {
            Type = type,
            Name = name,
            Cells = cells ?? NoCells,
            Repeat = open.LastOrDefault(o => o.Repeat is not null).Repeat,
            Relevances = [.. open.Select(o => o.Relevant).Append(cells?.GetValueOrDefault("relevant")).OfType<string>()],
            Generated = generated,
        };
}
