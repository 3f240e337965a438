using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Cleaning.Applying;

/// <summary>
/// How an input writes a value: labels or names, <c>TRUE</c> or <c>1</c>, its own rendering of numbers, dates and blanks (cleaning §6.1, §6.5). Where the
/// column writes the same value in another row, that is how it is written.
/// </summary>
internal sealed class Notation
{
    private static readonly ImmutableArray<(string Yes, string No)> Truths =
        [("1", "0"), ("TRUE", "FALSE"), ("True", "False"), ("true", "false"), ("yes", "no"), ("Yes", "No"), ("T", "F"), ("1.0", "0.0")];

    private readonly SubmissionSet _raw;
    private readonly ImmutableArray<Table> _tables;
    private readonly Dictionary<(int Table, int Column, int Segment), Dictionary<string, string>> _written = [];

    /// <summary>The notation of a set's inputs.</summary>
    public Notation(SubmissionSet raw)
    {
        _raw = raw;
        _tables = [.. raw.Tables];
    }

    /// <summary>The text that the input of a cell writes for a value; <see langword="null"/> = an empty cell.</summary>
    public string? TextOf(CellPlace place, string? value)
    {
        var column = _tables[place.Table].Columns[place.Column];
        var segment = SegmentOf(place);
        if (string.IsNullOrEmpty(value)) return column.Raw == column.Value ? null : Written(place, segment).GetValueOrDefault("");
        if (column.Role == ColumnRole.Chosen) return Truth(place, segment, value);

        var layout = Layout(place, segment);
        if (column.Role == ColumnRole.Answer && QuestionOf(column, place) is { } question)
        {
            if (question.Type.IsSelectOne()) return Label(question, value, layout);
            if (question.Type.IsSelectMultiple() || question.Type == QuestionType.Rank)
                return string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Label(question, name, layout)));
            if (layout.Family == ExportFamily.B && OfBriefcase(value, question.Type) is { } date) return date;
        }

        if (column.Raw == column.Value) return value;
        var written = Written(place, segment);
        return written.TryGetValue(value, out var text) ? text : WithSuffix(value, written);
    }

    private string Truth(CellPlace place, int segment, string value)
    {
        if (place is var own && Written(own, segment).TryGetValue(value, out var text)) return text;
        var columns = _tables[place.Table].Columns;
        var others = Enumerable.Range(0, columns.Length).Where(c => columns[c].Role == ColumnRole.Chosen).OrderByDescending(c => c == place.Column).ThenByDescending(c => columns[c].Question == columns[place.Column].Question);
        foreach (var c in others)
        {
            var written = Written(place with { Column = c }, segment);
            foreach (var (yes, no) in Truths)
                if (written.GetValueOrDefault("1") == yes || written.GetValueOrDefault("0") == no) return value == "1" ? yes : no;
        }

        return columns[place.Column].Raw.Kinds.HasFlag(CellKinds.Boolean) ? value == "1" ? "TRUE" : "FALSE" : value;
    }

    private static string Label(Question question, string name, ExportLayout layout)
    {
        if (layout.Language is null or HeaderStyle.Xml) return name;
        var label = question.Choices?.Find(name)?.Label.In(layout.Language == "_default" ? null : layout.Language);
        return string.IsNullOrEmpty(label) ? name : label;
    }

    // A column whose whole numbers all end in .0, or whose days all have a midnight, goes on so.
    private static string WithSuffix(string value, Dictionary<string, string> written)
    {
        string? suffix = null;
        foreach (var (canonical, text) in written)
        {
            if (canonical.Length == 0) continue;
            if (!text.StartsWith(canonical, StringComparison.Ordinal)) return value;
            var own = text[canonical.Length..];
            if (own.Length == 0 && canonical.Contains('.', StringComparison.Ordinal)) continue;
            if (suffix is not null && suffix != own) return value;
            suffix = own;
        }

        return suffix == ".0" && value.Contains('.', StringComparison.Ordinal) ? value : $"{value}{suffix}";
    }

    private static string? OfBriefcase(string value, QuestionType type)
    {
        if (type is not (QuestionType.Date or QuestionType.Today or QuestionType.DateTime)) return null;
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        return date.ToString(type == QuestionType.DateTime ? "MMM d, yyyy h:mm:ss tt" : "MMM d, yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>The raw text of each canonical one in the rows of one input; under "" the word that stands for blank, where there is one.</summary>
    private Dictionary<string, string> Written(CellPlace place, int segment)
    {
        var key = (place.Table, place.Column, segment);
        if (_written.TryGetValue(key, out var known)) return known;
        var (column, rows) = (_tables[place.Table].Columns[place.Column], _tables[place.Table].Segments[segment]);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        var (raw, values) = (new int[rows.RowCount], new int[rows.RowCount]);
        column.Raw.CopyCodes(rows.FirstRow, raw);
        column.Value.CopyCodes(rows.FirstRow, values);
        var isSeen = new bool[column.Value.ValueCount];
        for (var row = 0; row < values.Length; row++)
        {
            if (isSeen[values[row]] || (values[row] == 0 && raw[row] == 0)) continue;
            isSeen[values[row]] = true;
            written.TryAdd(column.Value.Text(values[row]), column.Raw.Text(raw[row]));
        }

        return _written[key] = written;
    }

    private int SegmentOf(CellPlace place)
    {
        var segments = _tables[place.Table].Segments;
        for (var s = 0; s < segments.Length - 1; s++)
            if (place.Row < segments[s].FirstRow + segments[s].RowCount) return s;
        return segments.Length - 1;
    }

    private ExportLayout Layout(CellPlace place, int segment) => _raw.Inputs[_tables[place.Table].Segments[segment].Input];

    private Question? QuestionOf(TableColumn column, CellPlace place)
    {
        var root = _tables[place.Table].RootRow(place.Row);
        var form = root < 0 || _raw.Main.FormOfRow.IsEmpty ? 0 : _raw.Main.FormOfRow[root];
        return form < column.ByForm.Length && column.ByForm[form] is { } own ? own : column.Question;
    }
}
