using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning;

/// <summary>
/// The drop-down lists of the cleaning log: their values stand on a hidden sheet with their labels beside them, one named range a list, so that lists may be
/// as long as they are. What a choice means is shown when its cell is chosen.
/// </summary>
/// <remarks>Pasting over a cell destroys its list; whatever comes back is checked again.</remarks>
internal sealed class CleaningLogRules(Messages texts, string? labels)
{
    /// <summary>The hidden sheet.</summary>
    public const string SheetName = "validation_rules";

    private const int MostPrompt = 255;
    private const int MostTitle = 32;

    private readonly List<(string Header, string[] Values, string[] Labels)> _lists = [];
    private readonly Dictionary<string, string> _ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, PaperList?> _known = [];
    private readonly Dictionary<Question, PaperList?> _parents = [];
    private PaperList? _child;

    /// <summary>0-based position of the column that names the question.</summary>
    public int QuestionColumn { get; init; } = CleaningLog.Columns.IndexOf("question");

    /// <summary>The ranges that hold the values, by name.</summary>
    public IReadOnlyList<PaperRange> Ranges =>
        [.. _lists.Select((list, i) => new PaperRange(NameOf(i), $"{SheetName}!${PaperSheetWriter.Letters(2 * i)}$2:${PaperSheetWriter.Letters(2 * i)}${Number(list.Values.Length + 1)}"))];

    /// <summary>The hidden sheet: of each list a column of values and one of labels.</summary>
    public PaperSheet Sheet => new()
    {
        Name = SheetName,
        Columns = [.. _lists.SelectMany(l => (PaperColumn[])[new(l.Header, 12, CellLook.Text), new($"{l.Header} label", 24, CellLook.Text)])],
        Header = CellLook.Text,
        Rows = Enumerable.Range(0, _lists.Max(l => l.Values.Length))
            .Select(row => new PaperRow([.. _lists.SelectMany(l => row < l.Values.Length ? [l.Values[row], l.Labels[row]] : (string[])["", ""])])),
        IsHidden = true,
    };

    /// <summary>Whether a list was made.</summary>
    public bool HasLists => _lists.Count > 0;

    /// <summary>A list of words over a whole column.</summary>
    /// <param name="column">0-based position of the column.</param>
    /// <param name="lines">Rows below the header; at least one.</param>
    /// <param name="name">Name of the list.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isStrict">Whether other words are refused.</param>
    public PaperList Words(int column, int lines, string name, IReadOnlyList<string> words, bool isStrict = true) =>
        Rule(Named(name, words, null), isStrict ? "wrong-type" : "wrong-value", isStrict) with { Places = [Place(column, 2, lines + 1)] };

    /// <summary>The rules of a column of choices, one a list, over all the runs of lines that it serves.</summary>
    /// <param name="column">0-based position of the column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="ruleOf">The rule of a row without places, or <see langword="null"/>.</param>
    /// <remarks>Thousands of rules make a workbook slow to open.</remarks>
    public static IEnumerable<PaperList> Values(int column, IReadOnlyList<LogRow> rows, Func<LogRow, PaperList?> ruleOf)
    {
        var places = new Dictionary<PaperList, List<string>>(ReferenceEqualityComparer.Instance);
        var order = new List<PaperList>();
        var rules = rows.Select(ruleOf).ToArray();
        for (var first = 0; first < rules.Length;)
        {
            var end = first + 1;
            while (end < rules.Length && ReferenceEquals(rules[end], rules[first])) end++;
            if (rules[first] is { } rule)
            {
                if (!places.TryGetValue(rule, out var known))
                {
                    places.Add(rule, known = []);
                    order.Add(rule);
                }

                known.Add(Place(column, first + 2, end + 1));
            }

            first = end;
        }

        return [.. order.Select(rule => rule with { Places = places[rule] })];
    }

    /// <summary>The rule of a new value: the choices of that very question, 0 and 1 of one choice, numbers within the form's limits, days.</summary>
    public PaperList? NewValue(LogRow row)
    {
        if (row.Cells[QuestionColumn].Contains('/', StringComparison.Ordinal) && row.Question is null or { Type: QuestionType.SelectMultiple or QuestionType.SelectMultipleFromFile })
            return _child ??= Rule(Named("0/1", ["0", "1"], null), "wrong-value", isStrict: false);
        if (row.Question is not { } question) return null;
        if (_known.TryGetValue(question, out var known)) return known;
        return _known[question] = RuleOf(question);
    }

    /// <summary>The choices that an other text may belong to.</summary>
    public PaperList? Existing(LogRow row)
    {
        if (row.Question is not { Choices.Choices.Length: > 0 } parent) return null;
        if (_parents.TryGetValue(parent, out var known)) return known;
        return _parents[parent] = Choices(parent);
    }

    private PaperList? RuleOf(Question question)
    {
        if (question.Type.IsSelectOne()) return question.Choices is { Choices.Length: > 0 } ? Choices(question) : null;
        if (question.Type.IsSelectMultiple() && question.Choices is { Choices.Length: > 0 })
            return Choices(question) with { Type = "none", Range = "" };
        return NewValueRule.Of(question) is { } limits
            ? new(limits.Lower, [], texts.Text("workbook/cleaning-log", "wrong-number"), IsStrict: false) { Type = limits.Type, Upper = limits.Upper }
            : null;
    }

    private PaperList Choices(Question question)
    {
        var list = question.Choices!;
        var choices = list.Choices.DistinctBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Name, Label: c.Label.InOrFirst(labels) ?? "")).ToList();
        if (question.HasOrOther && !list.Contains("other")) choices.Add(("other", ""));
        var range = Named(question.HasOrOther ? $"{list.Name} + other" : list.Name, [.. choices.Select(c => c.Name)], [.. choices.Select(c => c.Label)]);
        var title = question.Label.InOrFirst(labels) ?? question.Name;
        return Rule(range, "wrong-value", isStrict: false) with { Title = title.Length > MostTitle ? question.Name[..Math.Min(question.Name.Length, MostTitle)] : title, Prompt = PromptOf(choices) };
    }

    // The cell shows what the names mean; a longer list ends with a hint where the rest stands.
    private string PromptOf(List<(string Name, string Label)> choices)
    {
        var rest = texts.Text("workbook/cleaning-log", "more-choices");
        var prompt = new StringBuilder();
        foreach (var (name, label) in choices)
        {
            var line = label.Length == 0 || label == name ? $"{name}\n" : $"{name} = {label}\n";
            if (prompt.Length + line.Length + rest.Length > MostPrompt) return prompt.Append(rest).ToString();
            prompt.Append(line);
        }

        return prompt.ToString().TrimEnd('\n');
    }

    private PaperList Rule(string range, string part, bool isStrict) => new(range, [], texts.Text("workbook/cleaning-log", part), isStrict);

    private static string Place(int column, int firstRow, int lastRow)
    {
        var letters = PaperSheetWriter.Letters(column);
        return $"{letters}{Number(firstRow)}:{letters}{Number(lastRow)}";
    }

    // Names of lists may be anything; names of ranges may not, so they are numbered, and the list's name heads its column.
    private string Named(string list, IReadOnlyList<string> values, IReadOnlyList<string>? meanings)
    {
        // Two versions of a form may have different lists of one name.
        var key = $"{list}\n{string.Join('\n', values)}";
        if (_ranges.TryGetValue(key, out var known)) return known;
        var name = NameOf(_lists.Count);
        _lists.Add((list, [.. values], meanings is null ? [.. values.Select(_ => "")] : [.. meanings]));
        _ranges.Add(key, name);
        return name;
    }

    private static string NameOf(int list) => $"list_{Number(list + 1)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
