using System.Collections.Immutable;
using System.Text.Json;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Logic;

/// <summary>One submission written as nested JSON, as a set: a group is an object, a repeat a list of objects, an answer a text.</summary>
/// <remarks>Every question has a column, so that what is absent is blank and not unknown. Source: machine-interfaces §5.</remarks>
internal sealed class RecordSubmission
{
    private readonly Form _form;
    private readonly Dictionary<Group, List<JsonElement>> _rows = [];
    private readonly Dictionary<Group, List<int>> _parents = [];

    private RecordSubmission(Form form) => _form = form;

    /// <summary>The set of one submission. O(questions · rows).</summary>
    /// <exception cref="FormatException">A member is of another kind than the form says; the message is <c>record</c>.</exception>
    public static SubmissionSet Read(JsonElement record, Form form)
    {
        var submission = new RecordSubmission(form);
        submission._rows[form.Root] = [record];
        submission._parents[form.Root] = [-1];
        foreach (var repeat in form.Repeats) submission.FindRows(repeat);

        var main = submission.TableOf(form.Root, null);
        var tables = new Dictionary<Group, Table> { [form.Root] = main };
        foreach (var repeat in form.Repeats) tables[repeat] = submission.TableOf(repeat, tables[submission.Around(repeat)]);
        return new() { Forms = [form], Inputs = [], Main = main, Repeats = [.. form.Repeats.Select(r => tables[r])] };
    }

    private void FindRows(Group repeat)
    {
        var (rows, parents) = (_rows[repeat] = [], _parents[repeat] = []);
        var outer = Around(repeat);
        for (var i = 0; i < _rows[outer].Count; i++)
        {
            if (Member(_rows[outer][i], repeat, outer) is not { } list) continue;
            if (list.ValueKind != JsonValueKind.Array) throw Wrong();
            foreach (var row in list.EnumerateArray())
            {
                rows.Add(row.ValueKind == JsonValueKind.Object ? row : throw Wrong());
                parents.Add(i);
            }
        }
    }

    private Table TableOf(Group place, Table? parent)
    {
        var isMain = parent is null;
        Question[] questions = [.. _form.Questions.Where(q => (q.Repeat ?? _form.Root) == place)];
        ImmutableArray<Column> texts = [.. questions.Select(q => Column.FromTexts(_rows[place].Select(row => TextOf(row, q, place))))];
        var sheet = new Sheet
        {
            File = "",
            Headers = [.. questions.Select(q => q.Path)],
            Columns = texts,
            RowCount = _rows[place].Count,
            Places = new(2),
        };
        return new(
            isMain ? null : place,
            parent,
            isMain ? [] : [.. _parents[place]],
            [.. questions.Select((q, i) => new TableColumn
            {
                Role = ColumnRole.Answer,
                Name = q.Path,
                Header = q.Path,
                Number = i + 1,
                Question = q,
                ByForm = [q],
                Raw = texts[i],
                Value = texts[i],
            })],
            [new(sheet, 0, sheet.RowCount, 0)]);
    }

    private Group Around(FormNode node) => node.Repeat ?? _form.Root;

    private static string? TextOf(JsonElement row, Question question, Group place)
    {
        if (Member(row, question, place) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) throw Wrong();
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            throw Wrong();
        }
    }

    /// <summary>A member below a row, through the groups between; <see langword="null"/> where it or a group is absent.</summary>
    private static JsonElement? Member(JsonElement row, FormNode node, Group place)
    {
        var current = row;
        var between = place.Parent is null ? node.Ancestors : node.Ancestors.SkipWhile(a => a != place).Skip(1);
        foreach (var step in between.Append(node))
        {
            if (current.ValueKind != JsonValueKind.Object) throw Wrong();
            if (!current.TryGetProperty(step.Name, out current) || current.ValueKind == JsonValueKind.Null) return null;
        }

        return current;
    }

    private static FormatException Wrong() => new("record");
}
