using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Forms;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Writing;

/// <summary>How a member of a JSON object is written.</summary>
internal enum NdjsonKind
{
    /// <summary>A string; absent where blank.</summary>
    Text,

    /// <summary>A number; a string where it is none.</summary>
    Number,

    /// <summary>KoBo's validation status: an object, empty where unset.</summary>
    Status,
}

/// <summary>A member of a submission's object: a column, or the rows of a repeat.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Column">The column; <see langword="null"/> for a repeat.</param>
/// <param name="Rows">The repeat's table; <see langword="null"/> for a column.</param>
/// <param name="Kind">How a column is written.</param>
internal sealed record NdjsonMember(JsonEncodedText Key, TableColumn? Column, Table? Rows, NdjsonKind Kind = NdjsonKind.Text);

/// <summary>The members of a table's rows in one form version, in canonical order (machine-interfaces §8).</summary>
internal sealed class NdjsonShape
{
    private static readonly ImmutableArray<string> Server =
    [
        "_id", "_uuid", "_submission_time", "_submitted_by", "_status", "_validation_status", "__version__",
        "meta/instanceID", "meta/rootUuid", "meta/deprecatedID", "meta/instanceName",
    ];

    private readonly List<NdjsonMember> _members = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<object> _placed = [];

    private NdjsonShape()
    {
    }

    /// <summary>The members.</summary>
    public IReadOnlyList<NdjsonMember> Members => _members;

    /// <summary>The shape of a table.</summary>
    /// <param name="submissions">All tables.</param>
    /// <param name="table">The table.</param>
    /// <param name="form">Index of the form version.</param>
    public static NdjsonShape Of(SubmissionSet submissions, Table table, int form)
    {
        var shape = new NdjsonShape();
        var answers = table.Columns.Where(c => c.Role == ColumnRole.Answer && c.Question!.Type != QuestionType.Note).ToList();
        Table[] children = [.. submissions.Repeats.Where(t => t.Parent == table)];
        Dictionary<Question, TableColumn> byQuestion = [];
        foreach (var column in answers)
            if (column.ByForm[form] is { } question) byQuestion.TryAdd(question, column);

        foreach (var node in submissions.Forms[form].Nodes)
        {
            if (node is Question question && byQuestion.TryGetValue(question, out var column)) shape.Add(Key(question), column);
            else if (node is Group { IsRepeat: true } && TableOf(node, children) is { } child) shape.Add(node.Path, child);
        }

        foreach (var column in answers) shape.Add(Key(column.Question!), column);
        foreach (var child in children) shape.Add(child.Path!, child);
        foreach (var name in Server)
            if (table.Columns.FirstOrDefault(c => c.Role == ColumnRole.Meta && c.Name == name) is { } column) shape.Add(name, column);
        foreach (var column in table.Columns.Where(c => c.Role == ColumnRole.Meta && !ServerColumns.IsOnlyOfFile(c.Name) && !IsLink(table, c)))
            shape.Add(column.Header, column);
        foreach (var column in table.Columns.Where(c => c.Role == ColumnRole.Unknown)) shape.Add(column.Header, column);
        return shape;
    }

    /// <summary>The table of a repeat of this form version: by path, else by name, as the repeat may have stood elsewhere.</summary>
    private static Table? TableOf(FormNode repeat, Table[] tables) =>
        tables.FirstOrDefault(t => t.Path == repeat.Path) ?? (tables.Where(t => t.Repeat!.Name == repeat.Name).ToArray() is [var only] ? only : null);

    // The converter puts the audit into the meta block.
    private static string Key(Question question) => question.Type == QuestionType.Audit ? $"meta/{question.Name}" : question.Path;

    private static bool IsLink(Table table, TableColumn column) => table.Parent is not null && column.Name == "KEY";

    private void Add(string key, Table rows)
    {
        if (!_placed.Add(rows)) return;
        _members.Add(new(Encoded(key), null, rows));
    }

    private void Add(string key, TableColumn column)
    {
        if (!_placed.Add(column)) return;
        if (!_keys.Add(key)) _keys.Add(key = column.Name);
        var kind = column.Role != ColumnRole.Meta ? NdjsonKind.Text : column.Name switch
        {
            "_id" => NdjsonKind.Number,
            "_validation_status" => NdjsonKind.Status,
            _ => NdjsonKind.Text,
        };
        _members.Add(new(Encoded(key), column, null, kind));
    }

    private static JsonEncodedText Encoded(string key) => JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
