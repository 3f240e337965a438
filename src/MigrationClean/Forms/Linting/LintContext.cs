using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A form as far as it can be understood, whatever is wrong with it: what the rules look at. Nothing in it is left out because of an error.</summary>
/// <remarks>Built by the same steps as <see cref="FormReader"/>'s form, which refuses what these go on with.</remarks>
internal sealed class LintContext
{
    private static readonly ImmutableArray<string> LogicColumns =
        ["relevant", "required", "constraint", "calculation", "read_only", "choice_filter", "repeat_count", "default"];

    /// <summary>Understands a form.</summary>
    /// <exception cref="InputException">FILE-05: it is larger than any form of a survey.</exception>
    public LintContext(FormSource source)
    {
        var refusals = new Refusals(source.File);
        Source = source;
        Survey = source.Survey;
        Choices = source.Find("choices");
        External = source.Find("external_choices");
        SettingsSheet = source.Find("settings");
        Entities = source.Find("entities");
        CheckLimits();

        Settings = new(SettingsSheet, refusals);
        Languages = FormLanguages.Of(source, new[] { Survey, Choices }.OfType<FormSheet>(), Settings["default_language"]);
        ChoiceRows = Choices is null ? [] : [.. ChoiceLists.Rows(Choices, Languages)];
        ExternalRows = External is null ? [] : [.. ChoiceLists.Rows(External, Languages)];
        (Lists, ExternalLists) = (ChoiceLists.Of(ChoiceRows), ChoiceLists.Of(ExternalRows));

        if (Survey is not null && Survey.Has("type"))
        {
            var rows = new SurveyRows(Survey, Languages, !CellText.IsNo(Settings["clean_text_values"]));
            foreach (var (name, value) in rows.Settings()) Settings.AddMissing(name, value);
            (Rows, Untyped, VersionNames) = ([.. rows.Read()], [.. rows.Untyped()], [.. rows.VersionNames()]);
        }

        Outline = Outline.Of(Rows, source.File);
        Root = new FormTree(Lists, ExternalLists, source).Build(Settings["name"] ?? "data", Outline.Nodes);
        Nodes = [.. Below(Root)];
        Names = new(Nodes, FormWords.OtherNames(this));
    }

    /// <summary>The sheets as they are in the file: every cell, headers understood.</summary>
    public FormSource Source { get; }

    /// <summary>The survey sheet, if there is one.</summary>
    public FormSheet? Survey { get; }

    /// <summary>The choices sheet, if there is one.</summary>
    public FormSheet? Choices { get; }

    /// <summary>The external_choices sheet, if there is one.</summary>
    public FormSheet? External { get; }

    /// <summary>The settings sheet, if there is one.</summary>
    public FormSheet? SettingsSheet { get; }

    /// <summary>The entities sheet, if there is one.</summary>
    public FormSheet? Entities { get; }

    /// <summary>The sheets that mean something, in the file's order.</summary>
    public IEnumerable<FormSheet> KnownSheets => Source.Sheets.Where(s => s == Survey || s == Choices || s == External || s == SettingsSheet || s == Entities);

    /// <summary>The settings.</summary>
    public FormSettings Settings { get; }

    /// <summary>The languages of the texts; <see langword="null"/> = texts without one.</summary>
    public ImmutableArray<string?> Languages { get; }

    /// <summary>The rows of the choices sheet that name a list, those without a name included.</summary>
    public ImmutableArray<ChoiceRow> ChoiceRows { get; }

    /// <summary>The same of external_choices.</summary>
    public ImmutableArray<ChoiceRow> ExternalRows { get; }

    /// <summary>The choice lists by name.</summary>
    public FrozenDictionary<string, ChoiceList> Lists { get; }

    /// <summary>The lists of external_choices by name.</summary>
    public FrozenDictionary<string, ChoiceList> ExternalLists { get; }

    /// <summary>The rows of the survey that have a type and are not disabled, begin and end rows included, as written. Empty without a type column.</summary>
    public ImmutableArray<SurveyRow> Rows { get; } = [];

    /// <summary>The rows of the survey without a type.</summary>
    public ImmutableArray<SurveyRow> Untyped { get; } = [];

    /// <summary>The names of the calculations that hold KoBo's version, which are no rows here.</summary>
    public ImmutableArray<string> VersionNames { get; } = [];

    /// <summary>The rows as nested structures, KoBo's own as written.</summary>
    public Outline Outline { get; }

    /// <summary>The tree of groups and questions, loops and KoBo's structures written out. A node without a name has the name "".</summary>
    public Group Root { get; }

    /// <summary>All nodes of the tree in form order, without the root.</summary>
    public ImmutableArray<FormNode> Nodes { get; }

    /// <summary>What references can mean.</summary>
    public NameTable Names { get; }

    /// <summary>Which rows need which lists.</summary>
    public IReadOnlyList<ListUse> ListUses => field ??= [.. Rows.Select(ListUse.Of).OfType<ListUse>()];

    /// <summary>All references in the cells where they are allowed, malformed ones included. Empty if the survey can't be read at all.</summary>
    public IReadOnlyList<PlacedReference> References => field ??= [.. FormWords.References(this)];

    /// <summary>The expressions of all nodes and of the settings. A default stands here whether static or not.</summary>
    public IReadOnlyList<PlacedExpression> Expressions => field ??= [.. ExpressionsOf()];

    /// <summary>The same, parsed; a static default is no expression and is not here.</summary>
    public IReadOnlyList<ParsedExpression> Parsed => field ??= [.. ParsedExpression.Of(this)];

    /// <summary>The nodes that a row of the survey became: one, none for an end row, several inside a loop or matrix.</summary>
    public ILookup<int, FormNode> NodesByRow => field ??= Nodes.Where(n => n.Row is not null).ToLookup(n => n.Place.Row);

    /// <summary>The place of a row's cell: under the header that the sheet has for the column, else under its name.</summary>
    public FormPlace PlaceOf(SurveyRow row, string column) => row.Place with
    {
        Column = column == "type" ? row.Place.Column
            : Survey?.Headers.FirstOrDefault(h => h.Name == column) is { Text.Length: > 0 } header ? header.Text : column,
    };

    /// <summary>The numbers of the survey's rows that count.</summary>
    public IReadOnlySet<int> RowNumbers => field ??= Rows.Select(r => r.Place.Row).ToHashSet();

    /// <summary>The header of the survey's names.</summary>
    public string NameHeader => Survey?.Headers.FirstOrDefault(h => h.Name == "name") is { Text.Length: > 0 } header ? header.Text : "name";

    /// <summary>The place of a setting: in the settings sheet, else of the sheet as a whole.</summary>
    public FormPlace PlaceOfSetting(string name) => SettingsSheet is { Rows: [var first, ..] } sheet
        ? new(sheet.Name, first.Number, sheet.Headers.FirstOrDefault(h => h.Name == name).Text ?? "")
        : new("", 0, "");

    private IEnumerable<PlacedExpression> ExpressionsOf()
    {
        foreach (var node in Nodes)
        {
            if (node.Row is not { } row) continue;
            foreach (var column in LogicColumns)
                if (row.Expression(column) is { } expression) yield return new(column, expression, node, row);
        }

        if (Settings.Expression("instance_name") is { } name) yield return new("instance_name", name, null, null);
    }

    private void CheckLimits()
    {
        if (Survey is { } survey && survey.Rows.Length > FormLimits.Rows)
            throw Refusals.At(Source.File, "FILE-05/form-rows", new(survey.Name, 0, ""), new FindingArgument("limit", $"{FormLimits.Rows}"));
        foreach (var sheet in new[] { Choices, External }.OfType<FormSheet>())
            if (sheet.Rows.Length > FormLimits.Choices)
                throw Refusals.At(Source.File, "FILE-05/form-choices", new(sheet.Name, 0, ""), new FindingArgument("limit", $"{FormLimits.Choices}"));
    }

    private static IEnumerable<FormNode> Below(Group group)
    {
        foreach (var child in group.Children)
        {
            yield return child;
            if (child is not Group inner) continue;
            foreach (var node in Below(inner)) yield return node;
        }
    }
}
