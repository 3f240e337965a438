using System.Buffers.Text;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>Where a cell of a row stands in the row's bytes, and what of it matters to whoever changes or moves it.</summary>
internal struct CellPiece
{
    /// <summary>Offset of its <c>&lt;</c>.</summary>
    public int Start;

    /// <summary>Offset behind its start tag.</summary>
    public int TagEnd;

    /// <summary>Offset behind its end.</summary>
    public int End;

    /// <summary>0-based column.</summary>
    public int Column;

    /// <summary>The reference attribute's value; length 0 if there is none.</summary>
    public (int Start, int Length) Reference;

    /// <summary>The style attribute's value; length 0 if there is none.</summary>
    public (int Start, int Length) StyleText;

    /// <summary>Index of the style; 0 if there is none.</summary>
    public int Style;

    /// <summary>What its value is.</summary>
    public CellType Type;

    /// <summary>The bytes of its <c>v</c>, entities and all; length 0 if it has none.</summary>
    public (int Start, int Length) Value;

    /// <summary>Whether it has an inline text.</summary>
    public bool HasInline;

    /// <summary>Its formula element; length 0 if it has none.</summary>
    public (int Start, int Length) Formula;

    /// <summary>Number of the formula that it shares with others; −1 if it shares none.</summary>
    public int SharedFormula;

    /// <summary>Whether its formula element holds no formula but points at another cell's.</summary>
    public bool BorrowsFormula;

    /// <summary>Whether reading gives blank.</summary>
    public readonly bool IsBlank => Value.Length == 0 && !HasInline && Formula.Length == 0;

    /// <summary>Finds the cells of a row.</summary>
    /// <param name="row">The row's bytes, whole.</param>
    /// <param name="cells">Emptied, then filled in the order of the row.</param>
    public static void Find(ReadOnlySpan<byte> row, List<CellPiece> cells)
    {
        cells.Clear();
        var tags = new XmlTags(row);
        if (!tags.Next() || tags.Kind != XmlTagKind.Start) return;
        var column = -1;
        while (tags.Next() && tags.Kind != XmlTagKind.End)
        {
            if (tags.Kind == XmlTagKind.Other) continue;
            if (tags.Name.SequenceEqual("c"u8))
            {
                cells.Add(One(ref tags, row, column));
                column = cells[^1].Column;
            }
            else
            {
                tags.SkipElement();
            }
        }
    }

    private static CellPiece One(ref XmlTags tags, ReadOnlySpan<byte> row, int columnBefore)
    {
        var cell = new CellPiece { Start = tags.Start, TagEnd = tags.End, Column = columnBefore + 1, SharedFormula = -1 };
        var tag = tags.Tag;
        cell.Reference = At(tag, "r"u8, cell.Start);
        cell.StyleText = At(tag, "s"u8, cell.Start);
        if (cell.Reference.Length > 0 && SheetTail.PlaceOf(System.Text.Encoding.ASCII.GetString(row.Slice(cell.Reference.Start, cell.Reference.Length))) is { } place)
            cell.Column = place.Column;
        cell.Style = Utf8Parser.TryParse(row.Slice(cell.StyleText.Start, cell.StyleText.Length), out int style, out _) ? style : 0;
        var type = At(tag, "t"u8, cell.Start);
        cell.Type = TypeOf(row.Slice(type.Start, type.Length));
        if (tags.Kind == XmlTagKind.Start) cell.ReadContent(ref tags, row);
        cell.End = tags.End;
        return cell;
    }

    private void ReadContent(ref XmlTags tags, ReadOnlySpan<byte> row)
    {
        while (tags.Next() && tags.Kind != XmlTagKind.End)
        {
            if (tags.Kind == XmlTagKind.Other) continue;
            var (start, tagEnd) = (tags.Start, tags.End);
            var tag = tags.Tag;
            var isEmpty = tags.Kind == XmlTagKind.Empty;
            var isValue = tags.Name.SequenceEqual("v"u8);
            var isFormula = tags.Name.SequenceEqual("f"u8);
            HasInline |= tags.Name.SequenceEqual("is"u8);
            tags.SkipElement();
            var inner = isEmpty ? 0 : row[tagEnd..tags.End].LastIndexOf("</"u8);
            if (isValue) Value = (tagEnd, inner);
            if (!isFormula) continue;
            Formula = (start, tags.End - start);
            var (at, length) = XmlTags.Attribute(tag, "t"u8);
            if (!tag.Slice(at, length).SequenceEqual("shared"u8)) continue;
            BorrowsFormula = inner == 0;
            (at, length) = XmlTags.Attribute(tag, "si"u8);
            if (Utf8Parser.TryParse(tag.Slice(at, length), out int number, out _)) SharedFormula = number;
        }
    }

    private static (int Start, int Length) At(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, int offset)
    {
        var (start, length) = XmlTags.Attribute(tag, name);
        return start == 0 ? default : (offset + start, length);
    }

    private static CellType TypeOf(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("s"u8)) return CellType.Shared;
        if (type.SequenceEqual("b"u8)) return CellType.Boolean;
        if (type.SequenceEqual("e"u8)) return CellType.Error;
        if (type.SequenceEqual("d"u8)) return CellType.IsoDate;
        return type.IsEmpty || type.SequenceEqual("n"u8) ? CellType.Number : CellType.Text;
    }
}
