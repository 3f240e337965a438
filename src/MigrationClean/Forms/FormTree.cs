using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>Builds the tree of groups, repeats and questions from the outline of the survey sheet.</summary>
internal sealed partial class FormTree
{
    private readonly FrozenDictionary<string, ChoiceList> _lists;
    private readonly FrozenDictionary<string, ChoiceList> _external;
    private readonly string _file;
    private readonly AttachedTables _attached;
    private int _nodes;

    /// <summary>Prepares a tree over these lists.</summary>
    public FormTree(FrozenDictionary<string, ChoiceList> lists, FrozenDictionary<string, ChoiceList> external, FormSource source)
    {
        _lists = lists;
        _external = external;
        (_file, _attached) = (source.File, source.Attached);
    }

    /// <summary>The root with everything below it.</summary>
    /// <exception cref="InputException">FILE-05: loops and matrices make more questions than a form may have.</exception>
    public Group Build(string rootName, ImmutableArray<OutlineNode> outline)
    {
        var root = new Group(rootName, null, isRepeat: false) { Place = default };
        root.Fill([.. outline.SelectMany(node => Build(node, root))]);
        return root;
    }

    private IEnumerable<FormNode> Build(OutlineNode node, Group parent)
    {
        var row = node.Row;
        Count(1, row);
        return row.Type.Structure switch
        {
            Structure.None => Questions(row, parent),
            Structure.Group or Structure.Repeat => [GroupOf(row, parent, node.Children)],
            // A form without the list is refused, or linted: then the questions inside still have their names.
            _ when List(row) is null => [GroupOf(row, parent, node.Children)],
            Structure.Loop => [Loop(node, parent, List(row)!)],
            Structure.Matrix => Matrix(node, parent, List(row)!),
            Structure.Score => Build(KoboStructures.Score(node, List(row)!.Name), parent),
            _ => Build(KoboStructures.Rank(node, List(row)!.Name), parent),
        };
    }

    private IEnumerable<FormNode> Matrix(OutlineNode node, Group parent, ChoiceList list)
    {
        Count((list.Choices.Length + 1) * (node.Children.Length + 2), node.Row);
        return KoboStructures.Matrix(node, list).SelectMany(group => Build(group, parent));
    }

    private Group Loop(OutlineNode node, Group parent, ChoiceList list)
    {
        Count((long)list.Choices.Length * node.Size, node.Row);
        var children = Loops.Of(node, list).ToImmutableArray();
        return GroupOf(node.Row, parent, children);
    }

    private Group GroupOf(SurveyRow row, Group parent, ImmutableArray<OutlineNode> children)
    {
        var group = new Group(row.Name, parent, row.Type.Structure == Structure.Repeat)
        {
            Place = row.Place,
            Row = row,
            Label = row.Text("label"),
            Relevant = row.Expression("relevant"),
            Appearance = row["appearance"] ?? "",
            RepeatCount = row.Type.Structure == Structure.Repeat ? row.Expression("repeat_count") : null,
        };
        group.Fill([.. children.SelectMany(child => Build(child, group))]);
        return group;
    }

    private IEnumerable<Question> Questions(SurveyRow row, Group parent)
    {
        var question = new Question(row.Name, parent)
        {
            Place = row.Place,
            Row = row,
            Type = row.Type.Type,
            TypeText = row.TypeText,
            Label = row.Text("label"),
            Hint = row.Text("hint"),
            ConstraintMessage = row.Text("constraint_message"),
            RequiredMessage = row.Text("required_message"),
            Relevant = row.Expression("relevant"),
            Required = row.Expression("required"),
            Constraint = row.Expression("constraint") ?? BuiltIn(row),
            Calculation = row.Expression("calculation"),
            ChoiceFilter = row.Expression("choice_filter"),
            Appearance = row["appearance"] ?? "",
            Choices = List(row),
            ListName = row.Type.List,
            HasOrOther = row.Type.HasOrOther,
            Parameters = ParametersOf(row["parameters"]),
            Default = row["default"],
            Trigger = row["trigger"],
            HxlTag = CellText.Hxl($"{row["tags"]} {row["hxl"]}"),
            IsReadOnly = row["read_only"] is { } readOnly && !CellText.IsNo(readOnly),
            ExtraColumns = row.Extra,
        };
        if (!row.Type.HasOrOther) return [question];
        Count(1, row);
        return [question, OtherOf(question, row, parent)];
    }

    /// <summary>The text question that <c>or_other</c> makes. It has no label: exports call it by its name in every language (kobo-exports §3.3).</summary>
    private static Question OtherOf(Question select, SurveyRow row, Group parent) => new($"{select.Name}_other", parent)
    {
        Place = row.Place,
        Type = QuestionType.Text,
        TypeText = "text",
        OtherOf = select,
        Relevant = new($"selected(${{{select.Name}}}, 'other')", row.Place),
    };

    /// <summary>The conditions that come with a type, where the row has none of its own (xlsform §4).</summary>
    private static FormExpression? BuiltIn(SurveyRow row)
    {
        var text = row.TypeText switch
        {
            "number of days in last month" => ". >= 0 and . <= 31",
            "number of days in last six months" => ". >= 0 and . <= 183",
            "number of days in last year" => ". >= 0 and . <= 365",
            _ when row.Type.Type == QuestionType.Percentage => ". >= 0 and . <= 100",
            _ when row.Type.Type == QuestionType.PhoneNumberText => @"regex(., '^\d*$')",
            _ => null,
        };
        return text is null ? null : new(text, row.Place);
    }

    /// <summary>The list that the row needs; <see langword="null"/> if it needs none or the form has no such list.</summary>
    private ChoiceList? List(SurveyRow row)
    {
        if (row.Type.Type is QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile) return FileList(row);
        return ListUse.Of(row) is { List: { } name } use ? (use.Sheet == "choices" ? _lists : _external).GetValueOrDefault(name) : null;
    }

    /// <summary>The rows of a file beside the form: GeoJSON names its columns otherwise.</summary>
    private ChoiceList? FileList(SurveyRow row)
    {
        if (row.Type.List is not { } file) return null;
        var parameters = ParametersOf(row["parameters"]);
        var isGeoJson = file.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase);
        var (value, label) = isGeoJson ? ("id", "title") : ("name", "label");
        return _attached.Find(file)?.AsList(parameters.GetValueOrDefault("value", value), parameters.GetValueOrDefault("label", label));
    }

    /// <summary>The pairs of a parameters cell that are pairs: keys in lower case, values too but those of <c>label</c> and <c>value</c>.</summary>
    public static FrozenDictionary<string, string> ParametersOf(string? text)
    {
        if (text is null) return FrozenDictionary<string, string>.Empty;
        Dictionary<string, string> parameters = new(StringComparer.Ordinal);
        foreach (Match match in Parameter.Matches(text))
        {
            var key = match.Groups["key"].Value.ToLowerInvariant();
            var value = match.Groups["value"].Value;
            parameters[key] = key is "label" or "value" ? value : value.ToLowerInvariant();
        }

        return parameters.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void Count(long nodes, SurveyRow row)
    {
        if (_nodes + nodes > FormLimits.Nodes)
            throw Refusals.At(_file, "FILE-05/form-nodes", row.Place, new FindingArgument("limit", $"{FormLimits.Nodes}"));
        _nodes += (int)nodes;
    }

    [GeneratedRegex(@"(?<key>[^\s,;=]+)\s*=\s*(?<value>[^\s,;=]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter { get; }
}
