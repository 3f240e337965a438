using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning;

/// <summary>The drop-down lists of the cleaning log: their values stand on a hidden sheet, one named range a list, so that lists may be as long as they are.</summary>
/// <remarks>Pasting over a cell destroys its list; whatever comes back is checked again.</remarks>
internal sealed class CleaningLogRules(Messages texts)
{
    private const string SheetName = "validation_rules";
    private readonly List<(string Header, string[] Values)> _lists = [];
    private readonly Dictionary<string, string> _ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, string> _known = [];

    /// <summary>The ranges that hold the values, by name.</summary>
    public IReadOnlyList<PaperRange> Ranges =>
        [.. _lists.Select((list, c) => new PaperRange(NameOf(c), $"{SheetName}!${PaperSheetWriter.Letters(c)}$2:${PaperSheetWriter.Letters(c)}${Number(list.Values.Length + 1)}"))];

    /// <summary>The hidden sheet with the values.</summary>
    public PaperSheet Sheet => new()
    {
        Name = SheetName,
        Columns = [.. _lists.Select(l => new PaperColumn(l.Header, 12, CellLook.Text))],
        Header = CellLook.Text,
        Rows = Enumerable.Range(0, _lists.Max(l => l.Values.Length)).Select(row => new PaperRow([.. _lists.Select(l => row < l.Values.Length ? l.Values[row] : "")])),
        IsHidden = true,
    };

    /// <summary>The lists of the columns to fill.</summary>
    /// <param name="lines">At least one line.</param>
    public ImmutableArray<PaperList> ListsOf(CleaningLog lines)
    {
        var end = lines.Entries.Length + 1;
        return
        [
            Rule(Named("change_type", CleaningLog.ChangeTypes), [Place("change_type", 2, end)], "wrong-type", isStrict: true),
            Rule(Named("exception", ["yes"]), [Place("exception", 2, end)], "wrong-type", isStrict: true),
            .. NewValues(lines),
        ];
    }

    private PaperList Rule(string range, IReadOnlyList<string> places, string part, bool isStrict) =>
        new(range, places, texts.Text("workbook/cleaning-log", part), isStrict);

    // One rule a list, over all the runs of lines that it serves: thousands of rules make a workbook slow to open.
    private List<PaperList> NewValues(CleaningLog lines)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        var lists = lines.Entries.Select(ListOf).ToArray();
        for (var first = 0; first < lists.Length;)
        {
            var end = first + 1;
            while (end < lists.Length && lists[end] == lists[first]) end++;
            if (lists[first] is { } list)
            {
                if (!places.TryGetValue(list, out var known))
                {
                    places.Add(list, known = []);
                    order.Add(list);
                }

                known.Add(Place("new_value", first + 2, end + 1));
            }

            first = end;
        }

        return [.. order.Select(list => Rule(list, places[list], "wrong-value", isStrict: false))];
    }

    private static string Place(string column, int firstRow, int lastRow)
    {
        var letters = PaperSheetWriter.Letters(CleaningLog.Columns.IndexOf(column));
        return $"{letters}{Number(firstRow)}:{letters}{Number(lastRow)}";
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

    // Names of lists may be anything; names of ranges may not, so they are numbered, and the list's name heads its column.
    private string Named(string list, IEnumerable<string> values)
    {
        // Two versions of a form may have different lists of one name.
        string[] all = [.. values];
        var key = $"{list}\n{string.Join('\n', all)}";
        if (_ranges.TryGetValue(key, out var known)) return known;
        var name = NameOf(_lists.Count);
        _lists.Add((list, all));
        _ranges.Add(key, name);
        return name;
    }

    private static string NameOf(int list) => $"list_{Number(list + 1)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
