using System.Globalization;
using System.Text;

namespace MigrationClean.Files.Xlsx;

/// <summary>The looks that a workbook uses, numbered in the order they come: its styles part.</summary>
internal sealed class CellLooks
{
    private const int DateFormat = 164; // the first number that is not Excel's own

    // Fills begin with none and gray125, which readers take for granted.
    private readonly List<string> _fonts = [FontOf(new())];
    private readonly List<string> _fills = ["""<patternFill patternType="none"/>""", """<patternFill patternType="gray125"/>"""];
    private readonly List<string> _formats = ["""<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"""];
    private readonly Dictionary<CellLook, int> _known = [];

    /// <summary>The number of a look.</summary>
    public int NumberOf(CellLook look)
    {
        if (_known.TryGetValue(look, out var known)) return known;
        var font = Place(_fonts, FontOf(look));
        var fill = look.Fill is null ? 0 : Place(_fills, $"""<patternFill patternType="solid"><fgColor rgb="FF{look.Fill}"/><bgColor indexed="64"/></patternFill>""");
        var xml = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{(look.IsDate ? DateFormat : look.StaysText ? 49 : 0)}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\"")
            .Append(" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\" applyProtection=\"1\">")
            .Append(look.Wraps ? "<alignment vertical=\"top\" wrapText=\"1\"/>" : "")
            .Append(look.IsOpen ? "<protection locked=\"0\"/>" : "")
            .Append("</xf>");
        _formats.Add(xml.ToString());
        _known.Add(look, _formats.Count - 1);
        return _formats.Count - 1;
    }

    /// <summary>The part.</summary>
    public byte[] Part()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        xml.Append(CultureInfo.InvariantCulture, $"<numFmts count=\"1\"><numFmt numFmtId=\"{DateFormat}\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>");
        AddAll(xml, "fonts", "font", _fonts);
        AddAll(xml, "fills", "fill", _fills);
        xml.Append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
        xml.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        AddAll(xml, "cellXfs", null, _formats);
        xml.Append("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static string FontOf(CellLook look) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(look.IsBold ? "<b/>" : "")}<sz val=\"{look.Points}\"/><color rgb=\"FF{look.Letters}\"/><name val=\"Calibri\"/><family val=\"2\"/>");

    private static int Place(List<string> all, string one)
    {
        var at = all.IndexOf(one);
        if (at >= 0) return at;
        all.Add(one);
        return all.Count - 1;
    }

    private static void AddAll(StringBuilder xml, string name, string? each, List<string> all)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<{name} count=\"{all.Count}\">");
        foreach (var one in all) xml.Append(each is null ? one : $"<{each}>{one}</{each}>");
        xml.Append(CultureInfo.InvariantCulture, $"</{name}>");
    }
}
