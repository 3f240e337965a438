namespace MigrationClean.Expressions.Evaluation;

/// <summary>The rows of a list by the text of a column, made when a column is first asked for.</summary>
internal sealed class RowIndex(XmlInstance instance)
{
    private readonly Dictionary<(int Parent, string Element, string Column), Dictionary<string, List<Node>>?> _columns = [];

    /// <summary>The rows with that text; those without the column count as empty. <see langword="null"/> where a row has the column twice.</summary>
    public IReadOnlyList<Node>? Find(in Node parent, string element, string column, string value)
    {
        var key = (parent.Element, element, column);
        if (!_columns.TryGetValue(key, out var rows)) rows = _columns[key] = Build(parent, element, column);
        if (rows is null) return null;
        return rows.TryGetValue(value, out var found) ? found : [];
    }

    private Dictionary<string, List<Node>>? Build(in Node parent, string element, string column)
    {
        var byText = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        var rows = new List<Node>();
        instance.AddChildren(parent, element, rows);
        foreach (var row in rows)
        {
            var count = instance.TryGetOnlyChild(row, column, out var cell);
            if (count > 1) return null;
            var text = count == 0 ? "" : instance.TextOf(cell);
            if (!byText.TryGetValue(text, out var same)) byText[text] = same = [];
            same.Add(row);
        }

        return byText;
    }
}
