using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>
/// Writes KoBo's matrix, score and rank out as groups and questions, as the server does before it makes exports (kobo-exports §3.8; xlsform §5 for the
/// conditions). Names, paths and labels are those of export columns.
/// </summary>
internal static class KoboStructures
{
    private static readonly TypeCell Group = TypeNames.Parse("begin_group");
    private static readonly TypeCell Note = TypeNames.Parse("note");

    /// <summary>A matrix: a group of notes as header, then for each item of the list a group with one question a column.</summary>
    public static IEnumerable<OutlineNode> Matrix(OutlineNode node, ChoiceList items)
    {
        var (begin, columns) = (node.Row, node.Children.Where(c => c.Row.Type.Kind == RowKind.Question).Select(c => c.Row).ToImmutableArray());
        var header = $"{begin.Name}_header";
        yield return GroupOf(begin, header,
            [NoteOf(begin, $"{header}_note", begin.Text("label").Select((_, text) => $"**{text}**")),
            .. columns.Select(c => NoteOf(c, $"{header}_{c.Name}", c.Text("label").Select((_, text) => $"**{text}**")))]);
        foreach (var item in items.Choices)
        {
            var name = $"{begin.Name}_{item.Name}";
            yield return GroupOf(begin, name,
                [NoteOf(begin, $"{name}_note", item.Label.Select((_, text) => $"##### {text}")),
                .. columns.Select(c => Leaf(InItem(c, name, item, columns)))]);
        }
    }

    /// <summary>A score: a group with a note, then one select_one a row, all with the same list.</summary>
    public static OutlineNode Score(OutlineNode node, string list)
    {
        var required = CellText.IsNo(node.Row["required"]) ? null : node.Row["required"];
        var rows = node.Children.Select(child => child.Row.TypeText == "score__row"
            ? Leaf(Select(child.Row, list, "list-nolabel").With("required", required ?? child.Row["required"]))
            : child);
        return GroupOf(node.Row, node.Row.Name, [NoteOf(node.Row, node.Row.Name, node.Row.Text("label")), .. rows]);
    }

    /// <summary>A rank: a group with a note, then one required select_one a level, each other than all before it.</summary>
    public static OutlineNode Rank(OutlineNode node, string list)
    {
        List<string> before = [];
        var children = ImmutableArray.CreateBuilder<OutlineNode>();
        children.Add(NoteOf(node.Row, node.Row.Name, node.Row.Text("label")));
        foreach (var child in node.Children)
        {
            if (child.Row.TypeText != "rank__level")
            {
                children.Add(child);
                continue;
            }

            var level = Select(child.Row, list, "minimal").With("required", "true()");
            if (before.Count > 0) level = level.With("constraint", string.Join(" and ", before.Select(other => $"${{{level.Name}}} != ${{{other}}}")));
            if (node.Row["kobo--rank-constraint-message"] is { } message)
                level = level with { Texts = level.Texts.SetItem("constraint_message", new([(null, message)])) };
            before.Add(level.Name);
            children.Add(Leaf(level));
        }

        return GroupOf(node.Row, node.Row.Name, children.ToImmutable());
    }

    /// <summary>A column's question for one item: <c>stock_tarp_have</c>, with the other columns' names in its expressions changed likewise.</summary>
    private static SurveyRow InItem(SurveyRow column, string item, Choice choice, ImmutableArray<SurveyRow> columns)
    {
        var row = column with { Name = $"{item}_{column.Name}" };
        foreach (var (key, (text, _)) in column.Cells)
        {
            if (!text.Contains("${", StringComparison.Ordinal)) continue;
            row = row.With(key, columns.Aggregate(text, (t, c) => t.Replace($"${{{c.Name}}}", $"${{{item}_{c.Name}}}", StringComparison.Ordinal)));
        }

        return row.WithLabel(column.Text("label").Select((_, text) => $"<span style=\"display:none\">{choice.Name}-{text}</span>"));
    }

    private static SurveyRow Select(SurveyRow row, string list, string appearance) => (row with
    {
        TypeText = $"select_one {list}",
        Type = TypeNames.Parse($"select_one {list}"),
    }).With("appearance", row["appearance"] ?? appearance);

    private static OutlineNode GroupOf(SurveyRow begin, string name, ImmutableArray<OutlineNode> children)
    {
        var group = begin.As(Group, "begin_group", name).With("appearance", "field-list");
        return new(begin.Cells.TryGetValue("relevant", out var relevant) ? group with { Cells = group.Cells.SetItem("relevant", relevant) } : group, children);
    }

    private static OutlineNode NoteOf(SurveyRow row, string name, LocalText label) => Leaf(row.As(Note, "note", name).WithLabel(label));

    private static OutlineNode Leaf(SurveyRow row) => new(row, []);
}
