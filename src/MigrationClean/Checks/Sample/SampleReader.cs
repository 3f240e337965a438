using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;

namespace MigrationClean.Checks.Sample;

/// <summary>Reads the planned sample from its table, CSV or workbook. All mistakes are told at once, each with its place.</summary>
internal sealed class SampleReader
{
    private const string Table = "sample";

    private static readonly string[] Known = ["target", "buffer", "point", "latitude", "longitude", "max_m", "team", "replaces", "from", "to", "note"];

    private readonly Grid _grid;
    private readonly ImmutableArray<Form> _forms;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(Question Question, int At)> _strata = [];
    private readonly List<string> _others = [];
    private readonly List<InputException> _mistakes = [];

    private SampleReader(Grid grid, ImmutableArray<Form> forms) => (_grid, _forms) = (grid, forms);

    /// <summary>Reads a sample.</summary>
    /// <param name="sheets">The file's sheets: the one named <c>sample</c> counts, else the first.</param>
    /// <param name="forms">The form's versions, newest first: a column named as one of their questions is part of the stratum.</param>
    /// <exception cref="InputException">FILE-16: the first mistake, the others in <see cref="InputException.Others"/>.</exception>
    public static PlannedSample Read(ImmutableArray<Grid> sheets, ImmutableArray<Form> forms)
    {
        var grid = sheets.FirstOrDefault(s => string.Equals(s.Name, Table, StringComparison.OrdinalIgnoreCase)) ?? sheets[0];
        var reader = new SampleReader(grid, forms);
        reader.ReadHeaders();
        ImmutableArray<SampleRow> rows = [.. grid.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace)).Select(reader.ReadRow)];
        if (rows.IsEmpty) reader.Mistake("empty", 1, null);
        reader.RefuseTwice(rows);
        if (reader._mistakes is [var first, .. var others]) throw new InputException(first.Key, first.Location, first.Arguments) { Others = [.. others] };
        return new() { File = grid.File, Sheet = grid.Name, Strata = [.. reader._strata.Select(s => s.Question)], Rows = rows, OtherColumns = [.. reader._others] };
    }

    private void ReadHeaders()
    {
        var questions = _forms.SelectMany(f => f.Questions).Where(q => q.Repeat is null && q.Type != QuestionType.Note).ToList();
        var hasPoints = _grid.Headers.Any(h => Plain(h) == "point");
        for (var i = 0; i < _grid.Headers.Length; i++)
        {
            var header = _grid.Headers[i];
            if (header.Length == 0) continue;
            var question = questions.Find(q => q.Name == header || q.Path == header) ?? questions.Find(q => Plain(q.Name) == Plain(header));

            // A team that goes to points is planned; without points its interviews are counted like those of any stratum.
            var known = Known.FirstOrDefault(k => Plain(k) == Plain(header));
            if (known is not null && !(known == "team" && question is not null && !hasPoints))
            {
                if (!_columns.TryAdd(known, i)) Mistake("column-twice", 1, header, new FindingArgument("column", header));
            }
            else if (question is not null)
            {
                if (_strata.Exists(s => s.Question == question)) Mistake("column-twice", 1, header, new FindingArgument("column", header));
                else _strata.Add((question, i));
            }
            else if (Nearest.To(header, Known.Concat(questions.Select(q => q.Name))) is { } near)
            {
                Mistake("column", 1, header, new("column", header), new FindingArgument("near", near));
            }
            else
            {
                _others.Add(header);
            }
        }
    }

    private SampleRow ReadRow(GridRow row)
    {
        var target = Number(row, "target", 0, double.MaxValue);
        var point = Cell(row, "point");
        if (Cell(row, "target").Length == 0 && point.Length == 0) Mistake("row", row.Number, null);
        var (latitude, longitude) = (Number(row, "latitude", -90, 90), Number(row, "longitude", -180, 180));
        if (Cell(row, "latitude").Length == 0 != (Cell(row, "longitude").Length == 0)) Mistake("half-place", row.Number, "latitude");
        return new()
        {
            Number = row.Number,
            Stratum = [.. _strata.Select(s => Stratum(row, s.Question, s.At))],
            Target = target,
            Buffer = Number(row, "buffer", 0, double.MaxValue) ?? 0,
            Point = point,
            Latitude = latitude,
            Longitude = longitude,
            MaxMetres = Number(row, "max_m", 0, double.MaxValue),
            Team = Cell(row, "team"),
            Replaces = Cell(row, "replaces"),
            From = Day(row, "from"),
            To = Day(row, "to"),
        };
    }

    /// <summary>The value of a stratum: a choice by its name, or by its label where somebody wrote that.</summary>
    private string Stratum(GridRow row, Question question, int at)
    {
        var text = row.Cells[at].Trim();
        if (text.Length == 0 || question.Choices is not { } list || question.HasSearchedChoices || list.Contains(text)) return text;
        var versions = _forms.SelectMany(f => f.Questions).Where(q => q.Name == question.Name).Select(q => q.Choices).OfType<ChoiceList>().ToList();
        if (versions.Exists(l => l.Contains(text))) return text;
        var labelled = list.Choices.Where(c => c.Label.All.Any(l => string.Equals(l.Text.Trim(), text, StringComparison.OrdinalIgnoreCase))).ToList();
        if (labelled.Count == 1) return labelled[0].Name;
        var near = Nearest.To(text, list.Choices.Select(c => c.Name).Concat(list.Choices.SelectMany(c => c.Label.All.Select(l => l.Text))));
        Mistake(near is null ? "choice" : "choice-near", row.Number, _grid.Headers[at], new("text", text), new("question", question.Name), new FindingArgument("near", near ?? ""));
        return text;
    }

    private double? Number(GridRow row, string column, double least, double most)
    {
        var text = Cell(row, column);
        if (text.Length == 0) return null;
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Mistake("number", row.Number, column, new("text", text), new FindingArgument("column", column));
        return null;
    }

    private DateOnly? Day(GridRow row, string column)
    {
        var text = Cell(row, column);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Mistake("date", row.Number, column, new("text", text), new FindingArgument("column", column));
        return null;
    }

    private void RefuseTwice(ImmutableArray<SampleRow> rows)
    {
        foreach (var group in rows.Where(r => r.Point.Length > 0).GroupBy(r => r.Point, StringComparer.Ordinal))
            foreach (var second in group.Skip(1)) Mistake("twice", second.Number, "point", new FindingArgument("row", $"{group.First().Number}"));
        foreach (var group in rows.Where(r => r.Point.Length == 0).GroupBy(r => (string.Join('\u001F', r.Stratum), r.From, r.To)))
            foreach (var second in group.Skip(1)) Mistake("twice", second.Number, null, new FindingArgument("row", $"{group.First().Number}"));
        var points = rows.Select(r => r.Point).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Replaces.Length > 0 && !points.Contains(row.Replaces))
                Mistake("replaces", row.Number, "replaces", new("text", row.Replaces), new FindingArgument("near", Nearest.To(row.Replaces, points) ?? "—"));
    }

    private void Mistake(string variant, int row, string? column, params ImmutableArray<FindingArgument> arguments) => _mistakes.Add(new(
        $"FILE-16/{variant}",
        new()
        {
            File = _grid.File,
            Sheet = _grid.Name,
            Row = row,
            Column = column,
            ColumnNumber = column is null ? null : _columns.TryGetValue(column, out var at) ? at + 1 : _grid.Headers.IndexOf(column) is >= 0 and var header ? header + 1 : null,
        },
        arguments));

    private string Cell(GridRow row, string column) => _columns.TryGetValue(column, out var at) ? row.Cells[at].Trim() : "";

    private static string Plain(string header) => header.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
