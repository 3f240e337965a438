using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files.Xlsx;

/// <summary>Writes the XML of one sheet as its rows come: one block of text is held, never the sheet.</summary>
/// <remarks>The order of the elements is fixed: another one makes Excel offer a repair.</remarks>
internal sealed class PaperSheetWriter(PaperSheet sheet, CellLooks looks, ZipWriter zip)
{
    private const double Padding = 0.710625; // the margins of a cell, in characters of the standard font
    private const int Level = 3;
    private const int BlockBytes = 1 << 20;
    private const int MostRows = 1_048_576;
    private const int MostPlacesOfAList = 1000; // a longer reference is refused by some versions of Excel

    private readonly byte[][] _letters = [.. sheet.Columns.Select((_, i) => Encoding.ASCII.GetBytes(Letters(i)))];
    private readonly int[][] _styles = [.. sheet.Columns.Select(c => (int[])[looks.NumberOf(c.Look), .. c.Tones.Select(looks.NumberOf)])];
    private readonly int[][] _kinds = [.. sheet.Columns.Select(c => (int[])[.. c.Kinds.Select(looks.NumberOf)])];
    private byte[] _encoded = new byte[1 << 12];
    private long _written;

    /// <summary>Rows written so far, the header included.</summary>
    public int RowCount { get; private set; }

    /// <summary>The range of the filter with absolute references; <see langword="null"/> where there is none.</summary>
    public string? FilterRange => sheet.HasFilter ? string.Create(CultureInfo.InvariantCulture, $"$A$1:${Letters(sheet.Columns.Length - 1)}${Math.Max(RowCount, 2)}") : null;

    /// <summary>The letters of a column, 0-based: A, …, Z, AA, …, XFD.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>Writes the sheet as a part of the package.</summary>
    /// <exception cref="InputException">FILE-13/rows: more rows than a sheet holds.</exception>
    public void Write(string partName, bool isFirst)
    {
        zip.Begin(partName, 0);
        using var block = new DeflatedBlock();
        var xml = block.Source;
        AddHead(xml, isFirst);
        if (sheet.Header is { } header) AddHeader(xml, looks.NumberOf(header));
        foreach (var row in sheet.Rows)
        {
            AddRow(xml, row);
            if (xml.Length >= BlockBytes) Put(block);
        }

        AddTail(xml);
        Put(block);
        zip.Append(DeflatedBlock.StreamEnd, 0, 0);
        zip.End();
    }

    private void Put(DeflatedBlock block)
    {
        _written += block.Source.Length;
        if (_written > uint.MaxValue) throw TooMany();
        block.Compress(Level);
        zip.Append(block.Piece, block.Crc, block.Source.Length);
        block.Source.Clear();
    }

    private InputException TooMany() => new("FILE-13/rows", null, new FindingArgument("n", RowCount.ToString(CultureInfo.InvariantCulture)));

    private void AddHead(ByteBlock xml, bool isFirst)
    {
        xml.Add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        Add(xml, $"<sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\">");
        var corner = $"{Letters(sheet.FrozenColumns)}2";
        if (sheet.HasFilter && sheet.FrozenColumns > 0) Add(xml, $"<pane xSplit=\"{sheet.FrozenColumns}\" ySplit=\"1\" topLeftCell=\"{corner}\" activePane=\"bottomRight\" state=\"frozen\"/>");
        else if (sheet.HasFilter) xml.Add("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"u8);
        xml.Add("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"u8);
        if (sheet.Columns.Length > 0) xml.Add("<cols>"u8);
        for (var c = 0; c < sheet.Columns.Length; c++)
            Add(xml, $"<col min=\"{c + 1}\" max=\"{c + 1}\" width=\"{sheet.Columns[c].Width + Padding}\" style=\"{_styles[c][0]}\" customWidth=\"1\"/>");
        if (sheet.Columns.Length > 0) xml.Add("</cols>"u8);
        xml.Add("<sheetData>"u8);
    }

    private void AddHeader(ByteBlock xml, int style)
    {
        BeginRow(xml);
        for (var c = 0; c < sheet.Columns.Length; c++) AddText(xml, c, style, sheet.Columns[c].Header);
        xml.Add("</row>"u8);
    }

    private void AddRow(ByteBlock xml, PaperRow row)
    {
        BeginRow(xml);
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var (text, styles) = (row.Cells[c], _styles[c]);
            var style = row.Kind > 0 && row.Kind <= _kinds[c].Length ? _kinds[c][row.Kind - 1] : row.Tone < styles.Length ? styles[row.Tone] : styles[0];
            if (text.Length > 0 && !sheet.Columns[c].IsNumber)
            {
                AddText(xml, c, style, text);
            }
            else if (text.Length > 0)
            {
                BeginCell(xml, c, style);
                xml.Add("\"><v>"u8);
                xml.Add(Encoded(text));
                xml.Add("</v></c>"u8);
            }
            else if (style != styles[0])
            {
                // A blank cell has its column's look without being there.
                BeginCell(xml, c, style);
                xml.Add("\"/>"u8);
            }
        }

        xml.Add("</row>"u8);
    }

    private void BeginRow(ByteBlock xml)
    {
        if (++RowCount > MostRows) throw TooMany();
        xml.Add("<row r=\""u8);
        xml.Add(RowCount);
        xml.Add("\">"u8);
    }

    private void BeginCell(ByteBlock xml, int column, int style)
    {
        xml.Add("<c r=\""u8);
        xml.Add(_letters[column]);
        xml.Add(RowCount);
        xml.Add("\" s=\""u8);
        xml.Add(style);
    }

    private void AddText(ByteBlock xml, int column, int style, string text)
    {
        BeginCell(xml, column, style);
        XmlText.AddInline(Encoded(text), xml);
    }

    private ReadOnlySpan<byte> Encoded(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_encoded.Length < most) _encoded = new byte[most];
        return _encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, _encoded));
    }

    private void AddTail(ByteBlock xml)
    {
        xml.Add("</sheetData>"u8);
        if (sheet.IsProtected) xml.Add("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" sort=\"0\" autoFilter=\"0\"/>"u8);
        if (FilterRange is { } range) Add(xml, $"<autoFilter ref=\"{range.Replace("$", "", StringComparison.Ordinal)}\"/>");
        var lists = sheet.Lists.SelectMany(l => l.Places.Chunk(MostPlacesOfAList).Select(places => (l, places))).ToList();
        if (lists.Count > 0) Add(xml, $"<dataValidations count=\"{lists.Count}\">");
        foreach (var (list, places) in lists) AddRule(xml, list, places);
        if (lists.Count > 0) xml.Add("</dataValidations>"u8);
        xml.Add("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>"u8);
    }

    private static void AddRule(ByteBlock xml, PaperList rule, string[] places)
    {
        var type = rule.Type == "none" ? "" : $"type=\"{rule.Type}\" errorStyle=\"{(rule.IsStrict ? "stop" : "warning")}\" ";
        Add(xml, $"<dataValidation {type}allowBlank=\"1\"{(rule.Prompt.Length > 0 ? " showInputMessage=\"1\"" : "")}");
        if (rule.Type != "none") AddAttribute(xml, " showErrorMessage=\"1\" error", rule.Refusal);
        if (rule.Title.Length > 0) AddAttribute(xml, " promptTitle", rule.Title);
        if (rule.Prompt.Length > 0) AddAttribute(xml, " prompt", rule.Prompt);
        Add(xml, $" sqref=\"{string.Join(' ', places)}\">");
        if (rule.Type != "none") Add(xml, $"<formula1>{rule.Range}</formula1>");
        if (rule.Upper is { } upper) Add(xml, $"<formula2>{upper}</formula2>");
        xml.Add("</dataValidation>"u8);
    }

    private static void AddAttribute(ByteBlock xml, string name, string text)
    {
        Add(xml, $"{name}=\"");
        XmlText.AddAttribute(text, xml);
        xml.Add("\""u8);
    }

    private static void Add(ByteBlock xml, FormattableString text) => xml.Add(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));
}
