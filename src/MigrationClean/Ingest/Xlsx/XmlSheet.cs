using System.Xml;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Reads a sheet with an XML reader: takes over where <see cref="SheetScan"/> is not sure, and gives the same cells.</summary>
internal sealed class XmlSheet(PartXml xml, CellReading reading, SharedTexts? shared, Location location) : IBlockSource
{
    private const int RowsInBlock = 256;
    private const int MostColumns = 16384;
    private const int MostRows = 1 << 20;

    private readonly char[] _chars = new char[4096];
    private readonly HashSet<int> _hidden = [];
    private int _number;
    private bool _inRows;
    private bool _ended;

    /// <summary>What stands behind the rows.</summary>
    public SheetTail Tail { get; } = new();

    /// <summary>Numbers of the rows met so far that are hidden or filtered away.</summary>
    public IReadOnlySet<int> HiddenRows => _hidden;

    /// <inheritdoc/>
    public bool Fill(CellBlock block)
    {
        block.Shared = shared;
        while (!_ended && block.RowCount < RowsInBlock)
        {
            if (!xml.Read())
            {
                _ended = true;
                break;
            }

            var reader = xml.Reader;
            if (reader.LocalName == "sheetData") _inRows = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (_inRows && reader.LocalName == "row") Row(block);
            else if (!_inRows && reader.LocalName == "mergeCell") Tail.AddMerge(reader.GetAttribute("ref"));
            else if (!_inRows && reader.LocalName == "hyperlink") Tail.AddLink(reader.GetAttribute("ref"), IdOf(reader), reader.GetAttribute("location"));
        }

        return block.RowCount > 0;
    }

    /// <inheritdoc/>
    public bool Parse(CellBlock block)
    {
        if (block.Trouble is null) CellLimits.Check(block);
        return true;
    }

    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName == "id") id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private void Row(CellBlock block)
    {
        var reader = xml.Reader;
        var number = 0;
        if (reader.GetAttribute("r") is { } text && !int.TryParse(text, out number)) throw Damaged();
        if (number > MostRows) throw Limit("FILE-05/rows", MostRows, number);
        _number = number > 0 ? number : _number + 1;
        if (reader.GetAttribute("hidden") is "1" or "true") _hidden.Add(_number);
        block.AddRow(number);
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        var column = -1;
        while (xml.Read() && reader.Depth > depth)
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c" && reader.Depth == depth + 1) Cell(block, ref column);
    }

    private void Cell(CellBlock block, ref int column)
    {
        var reader = xml.Reader;
        var cell = new RawCell { Length = -1, IsExtra = true, Column = column + 1, Type = TypeOf(reader.GetAttribute("t")) };
        if (reader.GetAttribute("r") is { } reference) cell.Column = SheetTail.PlaceOf(reference)?.Column ?? throw Damaged();
        if (reader.GetAttribute("s") is { } style && !int.TryParse(style, out cell.Style)) throw Damaged();
        column = cell.Column;
        if (column >= MostColumns) throw Limit("FILE-05/columns", MostColumns, block.Rows[^1].Number);
        block.CellsMet++;
        if (!reader.IsEmptyElement) Content(block, ref cell);
        if (!reading.Add(block, cell)) throw Damaged();
    }

    private void Content(CellBlock block, ref RawCell cell)
    {
        var reader = xml.Reader;
        var depth = reader.Depth;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "v")
            {
                cell.Start = block.Extra.Length;
                Text(block, reader.Depth);
                cell.Length = block.Extra.Length - cell.Start;
            }
            else if (reader.LocalName == "f")
            {
                Formula(block, ref cell);
            }
            else if (reader.LocalName == "is")
            {
                cell.Start = block.Extra.Length;
                Inline(block);
                cell.Length = block.Extra.Length - cell.Start;
            }
            else
            {
                Skip(reader.Depth);
            }
        }
    }

    private void Formula(CellBlock block, ref RawCell cell)
    {
        var reader = xml.Reader;
        var type = reader.GetAttribute("t");
        cell.FormulaStart = block.Extra.Length;
        Text(block, reader.Depth);
        cell.FormulaLength = block.Extra.Length - cell.FormulaStart;
        cell.Formula = type == "array" ? FormulaKind.Array : type == "shared" && cell.FormulaLength == 0 ? FormulaKind.Borrowed : FormulaKind.Plain;
    }

    private void Inline(CellBlock block)
    {
        var reader = xml.Reader;
        var depth = reader.Depth;
        if (reader.IsEmptyElement) return;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "rPh") Skip(reader.Depth);
            else if (reader.LocalName == "t") Text(block, reader.Depth);
        }
    }

    private void Text(CellBlock block, int depth)
    {
        var reader = xml.Reader;
        if (reader.IsEmptyElement) return;
        while (xml.Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                for (int read; (read = xml.ReadText(_chars)) > 0;) block.Extra.AppendText(_chars.AsSpan(0, read));
    }

    private void Skip(int depth)
    {
        if (xml.Reader.IsEmptyElement) return;
        while (xml.Read() && xml.Reader.Depth > depth)
        {
        }
    }

    private CellType TypeOf(string? type) => type switch
    {
        null or "n" => CellType.Number,
        "s" => CellType.Shared,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        "str" or "inlineStr" => CellType.Text,
        _ => throw Damaged(),
    };

    private InputException Damaged() => new("FILE-04/sheet", location);

    private InputException Limit(string key, int limit, int row) => new(key, location with { Row = row }, new FindingArgument("limit", limit.ToString()));
}
