using System.Collections.Immutable;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Logic;

/// <summary>Whether a text counts as blank.</summary>
internal delegate bool BlankTest(ReadOnlySpan<byte> text);

/// <summary>The submissions of one form version with what all workers share: columns by element, iterations by parent, clocks.</summary>
internal sealed class LogicData
{
    private readonly Table?[] _tables;
    private readonly RowLinks?[] _links;

    /// <summary>Prepares a form's logic for the submissions of a set.</summary>
    public LogicData(SubmissionSet submissions, Form form, AttachedFiles files, BlankTest isBlank, TimeZoneInfo projectZone, DateTimeOffset? now = null)
    {
        (Submissions, IsBlank) = (submissions, isBlank);
        Shape = new(FormLogic.Of(form));
        _tables = [.. Shape.Repeats.Select(r => submissions.Find(r?.Path))];
        _links = [.. _tables.Select(t => t?.Parent is null ? null : new RowLinks(t))];
        Columns = [.. Shape.Nodes.Select(n => n is Question question && _tables[Shape.TableOf[Shape.ElementOf(n)]] is { } table ? AnswersOf(table, question) : null)];
        Clock = new SubmissionClock(submissions, form, projectZone) { Fixed = now };
        Surroundings = new SubmissionSurroundings(form, Shape, files);
    }

    /// <summary>The submissions.</summary>
    public SubmissionSet Submissions { get; }

    /// <summary>The form.</summary>
    public Form Form => Shape.Logic.Form;

    /// <summary>The form as numbers.</summary>
    public FormShape Shape { get; }

    /// <summary>The column of answers of each element, or <see langword="null"/>.</summary>
    public ImmutableArray<TableColumn?> Columns { get; }

    /// <summary>When each submission was made, and where.</summary>
    public SubmissionClock Clock { get; }

    /// <summary>Lists, files and texts.</summary>
    public SubmissionSurroundings Surroundings { get; }

    /// <summary>Whether a text counts as blank.</summary>
    public BlankTest IsBlank { get; }

    /// <summary>The export's table, or <see langword="null"/>.</summary>
    public Table? TableOf(int table) => _tables[table];

    /// <summary>Rows by parent; <see langword="null"/> for the main part and for a repeat that is not exported.</summary>
    public RowLinks? LinksOf(int table) => _links[table];

    /// <summary>The client that filled each submission, from the device's id. Unknown is the phone.</summary>
    /// <remarks>Source: xpath §0: <c>collect:…</c> is the phone, a host name (<c>ee.kobotoolbox.org:…</c>) a web form.</remarks>
    public Dialect[] Dialects()
    {
        var dialects = new Dialect[Submissions.Main.RowCount];
        if (Form.Questions.FirstOrDefault(q => q.Type == QuestionType.DeviceId) is not { } question) return dialects;
        if (Submissions.Main.AnswersOf(question)?.Value is not { } column) return dialects;
        for (var row = 0; row < dialects.Length; row++)
            if (IsWebForm(column.Utf8(column.CodeAt(row)))) dialects[row] = Dialect.Enketo;
        return dialects;
    }

    /// <summary>The answers of a question; put together from the columns of its choices where the export has these alone.</summary>
    private static TableColumn? AnswersOf(Table table, Question question)
    {
        if (table.AnswersOf(question) is { } column) return column;
        var chosen = table.Columns.Where(c => c.Role == ColumnRole.Chosen && (c.Question == question || c.ByForm.Contains(question))).ToList();
        if (chosen.Count == 0) return null;
        var codes = chosen.Select(c => c.Value.CodesOfAllRows()).ToList();
        var answers = Column.FromTexts(Enumerable.Range(0, table.RowCount).Select(row =>
            string.Join(' ', chosen.Where((c, i) => c.Value.Utf8(codes[i][row]).SequenceEqual("1"u8)).Select(c => c.Choice))));
        return chosen[0] with { Role = ColumnRole.Answer, Value = answers, Raw = answers };
    }

    private static bool IsWebForm(ReadOnlySpan<byte> device)
    {
        var colon = device.IndexOf((byte)':');
        return colon > 0 && device[..colon].Contains((byte)'.') && !device.StartsWith("collect:"u8);
    }
}
