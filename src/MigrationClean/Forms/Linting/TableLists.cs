namespace MigrationClean.Forms.Linting;

/// <summary>The groups with the appearance <c>table-list</c>, whose selects share one head (xlsform §5).</summary>
internal static class TableLists
{
    /// <summary>The selects of each such group, in order; groups without a select are left out.</summary>
    public static IEnumerable<SurveyRow[]> In(IEnumerable<OutlineNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Row["appearance"] is { } appearance && node.Row.Type.Kind == RowKind.Begin && appearance.Split(' ').Contains("table-list"))
            {
                var selects = node.Children.Select(c => c.Row).Where(IsSelect).ToArray();
                if (selects.Length > 0) yield return selects;
            }

            foreach (var inner in In(node.Children)) yield return inner;
        }
    }

    private static bool IsSelect(SurveyRow row) => row.Type is { Kind: RowKind.Question, List: not null, Type: not QuestionType.Osm };
}
