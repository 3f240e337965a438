using System.Collections.Frozen;

namespace MigrationClean.Forms;

/// <summary>The settings of a form: the first row of its sheet, by canonical name.</summary>
internal sealed class FormSettings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly FormSheet? _sheet;

    /// <summary>Reads the settings sheet, if there is one.</summary>
    public FormSettings(FormSheet? sheet, Refusals refusals)
    {
        _sheet = sheet;
        if (sheet is null || sheet.Rows.IsEmpty) return;
        sheet.CheckHeaders(refusals, mayRepeat: "form_id");
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            var header = sheet.Headers[i];
            var value = sheet.Rows[0].Cells[i];
            if (header.Text.Length > 0 && value.Length > 0) _values.TryAdd(header.Name ?? header.Text, CellText.Straighten(value));
        }
    }

    /// <summary>A setting, or <see langword="null"/>.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>All settings.</summary>
    public FrozenDictionary<string, string> All => _values.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A setting that stands elsewhere; that of the sheet wins.</summary>
    public void AddMissing(string name, string value) => _values.TryAdd(name, value);

    /// <summary>The expression of a setting, or <see langword="null"/>.</summary>
    public FormExpression? Expression(string name)
    {
        if (_sheet is null || this[name] is not { } text) return null;
        var header = _sheet.Headers.First(h => h.Name == name);
        return new(text, new(_sheet.Name, _sheet.Rows[0].Number, header.Text));
    }
}
