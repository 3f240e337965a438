using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>Reads the survey sheet row by row: what each cell means, whichever header it stands under.</summary>
internal sealed partial class SurveyRows
{
    private static readonly FrozenSet<string> NotExtra = FrozenSet.Create(StringComparer.Ordinal,
        "type", "name", "label", "hint", "guidance_hint", "constraint_message", "required_message", "required", "relevant", "constraint", "calculation",
        "trigger", "read_only", "default", "choice_filter", "repeat_count", "appearance", "parameters", "disabled", "hxl", "tags",
        "select_from_list_name", "file", "_or_other", "$kuid", "$autoname", "$given_name", "$qpath", "$xpath", "$prev",
        "kobo--matrix_list", "kobo--score-choices", "kobo--rank-items", "kobo--rank-constraint-message");

    private readonly FormSheet _sheet;
    private readonly bool _cleanTexts;
    private readonly Dictionary<string, int> _columns;
    private readonly ImmutableArray<(string Name, ImmutableArray<(string? Language, int Position)> Texts)> _texts;
    private readonly string _typeHeader;

    /// <summary>Prepares the reading of a sheet; without a type column it has no rows that count.</summary>
    /// <param name="sheet">The survey sheet.</param>
    /// <param name="languages">The form's languages.</param>
    /// <param name="cleanTexts">Whether runs of blanks become one: the setting <c>clean_text_values</c>.</param>
    public SurveyRows(FormSheet sheet, ImmutableArray<string?> languages, bool cleanTexts)
    {
        _sheet = sheet;
        _cleanTexts = cleanTexts;
        _columns = sheet.Columns();
        _texts = FormLanguages.Positions(sheet, languages);
        _typeHeader = _columns.TryGetValue("type", out var position) ? sheet.Headers[position].Text : "type";
    }

    /// <summary>The rows that count: those with a type; disabled ones, settings and the version that KoBo appends are left out.</summary>
    public IEnumerable<SurveyRow> Read()
    {
        foreach (var row in _sheet.Rows)
        {
            if (TypeText(row) is not { Length: > 0 } typeText || CellText.IsYes(Cell(row, "disabled")) || SettingOf(typeText) is not null) continue;
            if (!IsVersion(row, typeText)) yield return Read(row, typeText);
        }
    }

    /// <summary>The rows without a type that are not disabled: comments, and questions whose type was forgotten.</summary>
    public IEnumerable<SurveyRow> Untyped()
    {
        foreach (var row in _sheet.Rows)
            if (TypeText(row).Length == 0 && !CellText.IsYes(Cell(row, "disabled"))) yield return Read(row, "");
    }

    /// <summary>Ids of the version that KoBo has written into the form as calculations <c>__version__</c>; exports have them as metadata.</summary>
    public IEnumerable<string> VersionIds() => _sheet.Rows
        .Where(row => IsVersion(row, TypeText(row)))
        .Select(row => Cell(row, "calculation").Trim('\'', '"'))
        .Where(id => id.Length > 0);

    /// <summary>The names of these calculations, which a form may refer to.</summary>
    public IEnumerable<string> VersionNames() => _sheet.Rows.Where(row => IsVersion(row, TypeText(row))).Select(Name);

    private bool IsVersion(GridRow row, string typeText) => typeText == "calculate" && VersionName.IsMatch(Name(row));

    /// <summary>Settings that old forms give as rows of the survey: <c>set form title</c> with its value as name.</summary>
    public IEnumerable<(string Name, string Value)> Settings() =>
        from row in _sheet.Rows
        let setting = SettingOf(TypeText(row))
        where setting is not null && Name(row).Length > 0
        select (setting, Name(row));

    private SurveyRow Read(GridRow row, string typeText)
    {
        var type = TypeNames.Parse(typeText);
        var given = Name(row);
        var name = given;
        if (name.Length == 0 && type.Type == QuestionType.Note) name = $"generated_note_name_{row.Number}";
        if (type.Type == QuestionType.Audit || (name.Length == 0 && type.Type.IsMetadata())) name = TypeNames.Canonical(type.Type);
        return new()
        {
            Place = new(_sheet.Name, row.Number, _typeHeader),
            TypeText = typeText,
            Type = type,
            Name = name,
            GivenName = given,
            Cells = Cells(row),
            Texts = Texts(row),
            Extra = Extra(row),
        };
    }

    /// <summary>The type as XLSForm writes it: KoBo's JSON keeps the list, the file and or_other in columns of their own.</summary>
    private string TypeText(GridRow row)
    {
        var text = CellText.Collapse(Cell(row, "type"));
        if (text.Length == 0) return text;
        var list = Cell(row, text.Contains("_from_file", StringComparison.Ordinal) ? "file" : "select_from_list_name");
        if (list.Length > 0 && !text.Contains(' ')) text = $"{text} {list}";
        return CellText.IsYes(Cell(row, "_or_other")) && !text.EndsWith("or_other", StringComparison.Ordinal) ? text + " or_other" : text;
    }

    private string Name(GridRow row) => Cell(row, "name") is { Length: > 0 } name ? name : Cell(row, "$autoname");

    private static string? SettingOf(string type) =>
        type.Contains("form", StringComparison.Ordinal) && HeaderNames.Settings.Resolve(type, "::").Name is "form_title" or "form_id"
            ? HeaderNames.Settings.Resolve(type, "::").Name
            : null;

    private string Cell(GridRow row, string column) => _columns.TryGetValue(column, out var position) ? Clean(row.Cells[position]) : "";

    private string Clean(string text) => _cleanTexts ? CellText.Collapse(CellText.Straighten(text)) : CellText.Straighten(text);

    private ImmutableDictionary<string, (string, string)> Cells(GridRow row)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, (string, string)>(StringComparer.Ordinal);
        foreach (var (name, position) in _columns)
        {
            if (name is "type" or "name" || row.Cells[position].Length == 0) continue;
            cells.Add(name, (Clean(row.Cells[position]), _sheet.Headers[position].Text));
        }

        return cells.ToImmutable();
    }

    private ImmutableDictionary<string, LocalText> Texts(GridRow row)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        foreach (var (name, positions) in _texts)
        {
            var text = new LocalText(positions.Select(p => (p.Language, row.Cells[p.Position])));
            if (!text.IsEmpty) texts.Add(name, text);
        }

        return texts.ToImmutable();
    }

    private FrozenDictionary<string, string> Extra(GridRow row)
    {
        Dictionary<string, string> extra = new(StringComparer.Ordinal);
        for (var i = 0; i < _sheet.Headers.Length; i++)
        {
            var header = _sheet.Headers[i];
            if (header.Text.Length == 0 || row.Cells[i].Length == 0 || (header.Name is not null && NotExtra.Contains(header.Name))) continue;
            extra.TryAdd(header.Text, row.Cells[i]);
        }

        return extra.Count == 0 ? FrozenDictionary<string, string>.Empty : extra.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^_+version_+([0-9]{3})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionName { get; }
}
