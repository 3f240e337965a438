using System.Buffers.Text;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>What the <c>t</c> attribute says of a cell.</summary>
internal enum CellType : byte
{
    /// <summary>A number, or a date by its style.</summary>
    Number,

    /// <summary>An index into the shared strings.</summary>
    Shared,

    /// <summary>Text in the cell itself, of an inline string or a formula.</summary>
    Text,

    /// <summary>1 or 0.</summary>
    Boolean,

    /// <summary>An error's text.</summary>
    Error,

    /// <summary>An ISO 8601 date.</summary>
    IsoDate,
}

/// <summary>A cell as its element says, before its value is worked out. The same for both readers of sheets.</summary>
internal struct RawCell
{
    /// <summary>0-based position.</summary>
    public int Column;

    /// <summary>Kind of value.</summary>
    public CellType Type;

    /// <summary>Index of the style.</summary>
    public int Style;

    /// <summary>Start of the value's bytes, entities undone.</summary>
    public int Start;

    /// <summary>Length of the value; −1 if there is no value element.</summary>
    public int Length;

    /// <summary>Whether the value stands in the block's extra bytes.</summary>
    public bool IsExtra;

    /// <summary>Whether there is a formula, and how it is to be shown.</summary>
    public FormulaKind Formula;

    /// <summary>Start of the formula's bytes, in the same place as the value.</summary>
    public int FormulaStart;

    /// <summary>Length of the formula.</summary>
    public int FormulaLength;
}

/// <summary>Kinds of formula cells.</summary>
internal enum FormulaKind : byte
{
    /// <summary>No formula.</summary>
    None,

    /// <summary>An ordinary formula.</summary>
    Plain,

    /// <summary>An array formula.</summary>
    Array,

    /// <summary>A cell that shares another one's formula and holds none itself.</summary>
    Borrowed,
}

/// <summary>Works out the values of a workbook's cells and puts them into a block.</summary>
internal sealed class CellReading(Workbook workbook)
{
    /// <summary>Adds a cell to the row begun last, unless it is blank.</summary>
    /// <returns><see langword="false"/> if the cell makes no sense: a shared string that does not exist.</returns>
    public bool Add(CellBlock block, in RawCell cell)
    {
        if (cell.Formula != FormulaKind.None) return AddFormula(block, cell);
        return cell.Length <= 0 || AddValue(block, cell, CellKinds.None);
    }

    private bool AddValue(CellBlock block, in RawCell cell, CellKinds and)
    {
        var value = Bytes(block, cell, cell.Start, cell.Length);
        switch (cell.Type)
        {
            case CellType.Text:
                AddText(block, cell, SheetText.Unescape(value), CellKinds.Text | and);
                return true;
            case CellType.Shared:
                if (!Utf8Parser.TryParse(Trimmed(value), out int index, out _) || index < 0 || index >= (workbook.Shared?.Count ?? 0)) return false;
                block.Add(index, 0, cell.Column, CellSource.Shared, CellKinds.Text | and);
                return true;
            case CellType.Boolean:
                AddExtra(block, cell, Trimmed(value) is [(byte)'1'] || value.SequenceEqual("true"u8) ? "TRUE"u8 : "FALSE"u8, CellKinds.Boolean | and);
                return true;
            case CellType.Error:
                AddText(block, cell, value.Length, CellKinds.Error | and);
                return true;
            case CellType.IsoDate:
                AddText(block, cell, value.Length, CellKinds.Date | and);
                return true;
            default:
                AddNumber(block, cell, Trimmed(value), and);
                return true;
        }
    }

    private void AddNumber(CellBlock block, in RawCell cell, ReadOnlySpan<byte> number, CellKinds and)
    {
        if (number.IsEmpty) return;
        var style = (uint)cell.Style < (uint)workbook.Styles.Length ? workbook.Styles[cell.Style] : NumberKind.Number;
        if (style == NumberKind.Number && number.Length == cell.Length && ExcelNumbers.IsPlain(number))
        {
            AddText(block, cell, cell.Length, CellKinds.Number | and);
            return;
        }

        // The number may stand in the extra bytes itself, which move when they grow.
        if (cell.IsExtra) number = number.ToArray();
        var start = block.Extra.Length;
        var isDate = style != NumberKind.Number && ExcelDates.TryAppend(block.Extra, number, style, workbook.Has1904Dates, workbook.IsForPeople);
        if (!isDate) ExcelNumbers.Append(block.Extra, number);
        block.Add(start, block.Extra.Length - start, cell.Column, CellSource.Extra, (isDate ? CellKinds.Date : CellKinds.Number) | and);
    }

    // KoBo's writer turns text that begins with "=" into a formula with the result 0; openpyxl writes no result. Nobody ever worked them out.
    private bool AddFormula(CellBlock block, in RawCell cell)
    {
        var value = cell.Length < 0 ? [] : Bytes(block, cell, cell.Start, cell.Length);
        var wasWorkedOut = !value.IsEmpty && !(workbook.IsAsExported && cell.Type == CellType.Number && value.SequenceEqual("0"u8));
        if (wasWorkedOut || cell.Formula == FormulaKind.Borrowed) return value.IsEmpty || AddValue(block, cell, CellKinds.Formula);

        var formula = Bytes(block, cell, cell.FormulaStart, cell.FormulaLength).ToArray();
        var start = block.Extra.Length;
        block.Extra.Append(cell.Formula == FormulaKind.Array ? "{="u8 : "="u8);
        block.Extra.Append(formula);
        if (cell.Formula == FormulaKind.Array) block.Extra.Append("}"u8);
        block.Add(start, block.Extra.Length - start, cell.Column, CellSource.Extra, CellKinds.Formula);
        return true;
    }

    private static void AddText(CellBlock block, in RawCell cell, int length, CellKinds kind)
    {
        if (length > 0) block.Add(cell.Start, length, cell.Column, cell.IsExtra ? CellSource.Extra : CellSource.Block, kind);
    }

    private static void AddExtra(CellBlock block, in RawCell cell, ReadOnlySpan<byte> text, CellKinds kind)
    {
        var start = block.Extra.Length;
        block.Extra.Append(text);
        block.Add(start, text.Length, cell.Column, CellSource.Extra, kind);
    }

    private static Span<byte> Bytes(CellBlock block, in RawCell cell, int start, int length) =>
        (cell.IsExtra ? block.Extra.Writable : block.Bytes.AsSpan()).Slice(start, length);

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> value) => value.Trim(" \t\r\n"u8);
}
