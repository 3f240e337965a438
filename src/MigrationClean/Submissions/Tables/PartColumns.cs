using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Rows;
using MigrationClean.Submissions.Values;

namespace MigrationClean.Submissions.Tables;

/// <summary>Reads the columns of one sheet: roles, canonical names and values; makes the columns that the layout left out.</summary>
internal sealed class PartColumns
{
    private readonly LinkedSheet _linked;
    private readonly Reading _reading;
    private readonly bool[] _isKnownVersion;
    private readonly List<TableColumn> _columns = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private PartColumns(LinkedSheet linked, Reading reading, bool[] isKnownVersion)
    {
        _linked = linked;
        _reading = reading;
        _isKnownVersion = isKnownVersion;
    }

    /// <summary>Reads a sheet.</summary>
    /// <param name="linked">The sheet.</param>
    /// <param name="reading">How its values are read.</param>
    /// <param name="isKnownVersion">Whether each row names a form version that was given.</param>
    public static TablePart Of(LinkedSheet linked, Reading reading, bool[] isKnownVersion)
    {
        var columns = new PartColumns(linked, reading, isKnownVersion);
        columns.Questions();
        columns.Others();
        if (reading.Family == ExportFamily.J) columns.Unanswered();
        return new(linked, [.. columns._columns.OrderBy(c => c.Number)]);
    }

    private ImmutableArray<AlignedColumn> Aligned => _linked.Aligned.Columns;

    private Column Raw(int position) => _linked.Sheet.Columns[position];

    private void Questions()
    {
        var byQuestion = Enumerable.Range(0, Aligned.Length)
            .Where(i => Aligned[i].Column is not null)
            .GroupBy(i => Aligned[i].Column!.Question);
        foreach (var places in byQuestion) Question(places.Key, [.. places]);
    }

    private void Question(SurveyQuestion question, int[] places)
    {
        List<ChoiceColumn> separate = [];
        Dictionary<GeoPart, Column> parts = [];
        foreach (var place in places)
        {
            var predicted = Aligned[place].Column!;
            if (predicted.Role == ColumnRole.Answer) continue;
            var value = predicted.Role == ColumnRole.Chosen ? _reading.Chosen(Raw(place)) : _reading.Untouched(Raw(place));
            if (predicted.Role == ColumnRole.Chosen) separate.Add(new(predicted.Choice!, value));
            if (predicted.Part is { } part) parts.TryAdd(part, value);
            Add(place, predicted.Role, predicted.Name, value, question, predicted.Choice, predicted.Part);
        }

        int[] answers = [.. places.Where(p => Aligned[p].Column!.Role == ColumnRole.Answer)];
        if (answers.Length > 0) Answers(question, answers, separate);
        else if (separate.Count > 0)
            Made(question, places[0], ChosenAnswers.FromSeparate(_reading.NamesOf(question, null), separate, _reading.Versions));
        else if (parts.ContainsKey(GeoPart.Latitude) && parts.ContainsKey(GeoPart.Longitude))
            Made(question, places[0], Points.Joined(parts, _linked.Sheet.RowCount));
    }

    private void Answers(SurveyQuestion question, int[] places, List<ChoiceColumn> separate)
    {
        var isChosen = question.Newest.Type == QuestionType.SelectMultiple;
        Column[] values = [.. places.Select(p => isChosen ? Chosen(question, Raw(p), separate) : _reading.Answers(question, Raw(p)))];
        if (places.Length == 1)
        {
            Add(places[0], ColumnRole.Answer, question.Name, values[0], question);
            return;
        }

        // Answers stored under the paths of several form versions (KoBo's JSON): each row's own path counts, the rest stays under its header.
        var moved = new MovedAnswers(question, [.. places.Select(p => string.Join('/', Aligned[p].Column!.Pieces))], _reading.Versions, _isKnownVersion);
        var own = moved.Merge(values);
        Add(places[0], ColumnRole.Answer, question.Name, own, question, raw: moved.Merge([.. places.Select(Raw)]));
        for (var i = 0; i < places.Length; i++)
            if (moved.Left(values, i) is { IsBlank: false } left) Add(places[i], ColumnRole.Unknown, _linked.Sheet.Headers[places[i]], left);
    }

    private Column Chosen(SurveyQuestion question, Column raw, List<ChoiceColumn> separate) => ChosenAnswers.FromSingle(
        _reading.NamesOf(question, raw), raw, separate, _reading.Versions, _reading.Language == HeaderStyle.Xml, _reading.BlankWords.Contains);

    private void Made(SurveyQuestion question, int place, Column value) => Add(place, ColumnRole.Answer, question.Name, value, question, raw: value);

    /// <summary>Server columns and unknown ones.</summary>
    private void Others()
    {
        for (var i = 0; i < Aligned.Length; i++)
        {
            var server = _linked.Aligned.Source.ServerNames[i];
            if (server is not null)
            {
                Add(i, ColumnRole.Meta, server, _reading.Server(server, Raw(i)));
                continue;
            }

            if (Aligned[i].Column is not null || UnknownColumns.IsNothing(_linked.Sheet, i)) continue;
            Add(i, ColumnRole.Unknown, _linked.Sheet.Headers[i], _reading.Untouched(Raw(i)));
        }
    }

    /// <summary>KoBo's JSON has no key where nobody answered: such a question is blank, not missing.</summary>
    private void Unanswered()
    {
        var blank = Column.Blank(_linked.Sheet.RowCount);
        foreach (var question in _linked.Aligned.Section.Questions.Where(q => _columns.All(c => c.Question != q.Newest)))
        {
            if (question.Newest.Type == QuestionType.Note || !_names.Add(question.Name)) continue;
            _columns.Add(new()
            {
                Role = ColumnRole.Answer,
                Name = question.Name,
                Header = question.Newest.Path,
                Number = _linked.Sheet.Headers.Length + 1,
                Question = question.Newest,
                ByForm = question.ByForm,
                Raw = blank,
                Value = blank,
            });
        }
    }

    private void Add(
        int place, ColumnRole role, string name, Column value, SurveyQuestion? question = null, string? choice = null, GeoPart? part = null, Column? raw = null)
    {
        var number = _linked.Aligned.Source.NumberOf(place);
        if (!_names.Add(name)) _names.Add(name = $"{name} ({number})");
        _columns.Add(new()
        {
            Role = role,
            Name = name,
            Header = _linked.Sheet.Headers[place],
            Number = number,
            Question = question?.Newest,
            ByForm = question?.ByForm ?? [],
            Choice = choice,
            Part = part,
            Raw = raw ?? Raw(place),
            Value = value,
        });
    }
}
