using System.Text;
using MigrationClean.Files;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>Writes the cells of a row that is edited or moved.</summary>
/// <remarks>
/// A formula in a moved row, or one that shares the formula of an edited cell, is replaced by the result that the file shows: its references would lead to
/// other rows. A formula that was never worked out is an answer that begins with "=", and stays.
/// </remarks>
/// <param name="workbook">For styles and the date system.</param>
/// <param name="habits">How the columns are written in which blank cells get a value.</param>
/// <param name="shift">Where rows go.</param>
internal sealed class RowCells(Workbook workbook, IReadOnlyDictionary<int, ColumnHabit> habits, RowShift shift)
{
    private readonly List<CellPiece> _cells = [];
    private readonly HashSet<int> _lostFormulas = [];

    /// <summary>Whether rows below may share a formula that is gone.</summary>
    public bool HasLostFormulas => _lostFormulas.Count > 0;

    /// <summary>Writes a row from behind its start tag to its end.</summary>
    /// <param name="row">The row's bytes, whole.</param>
    /// <param name="tagEnd">Offset behind its start tag, which is written already, and not self-closing.</param>
    /// <param name="number">The row's new number.</param>
    /// <param name="isMoved">Whether that is not its old one.</param>
    /// <param name="edits">Its edits by column.</param>
    /// <param name="prefix">Prefix of its elements with the colon, or empty.</param>
    /// <param name="output">Takes the bytes.</param>
    public void Write(ReadOnlySpan<byte> row, int tagEnd, int number, bool isMoved, IReadOnlyList<CellEdit> edits, ReadOnlySpan<byte> prefix, ByteBlock output)
    {
        CellPiece.Find(row, _cells);
        var edit = 0;
        var at = tagEnd;
        for (var i = 0; i < _cells.Count; i++)
        {
            var cell = _cells[i];
            output.Add(row[at..cell.Start]);
            at = cell.End;
            for (; edit < edits.Count && edits[edit].Column <= cell.Column; edit++) Insert(edits[edit], number, prefix, output);
            if (EditOf(edits, cell.Column) is { } own) Replace(row, cell, own.Value, number, prefix, output);
            else if (isMoved || HasLostFormulas) Move(row, cell, number, isMoved, output);
            else output.Add(row[cell.Start..cell.End]);
        }

        var end = row.LastIndexOf("</"u8);
        if (end > at) output.Add(row[at..end]);
        for (; edit < edits.Count; edit++) Insert(edits[edit], number, prefix, output);
        output.Add(row[Math.Max(end, at)..]);
    }

    private static CellEdit? EditOf(IReadOnlyList<CellEdit> edits, int column)
    {
        foreach (var edit in edits)
            if (edit.Column == column + 1) return edit;
        return null;
    }

    // A cell that the row does not hold.
    private void Insert(CellEdit edit, int number, ReadOnlySpan<byte> prefix, ByteBlock output)
    {
        if (string.IsNullOrEmpty(edit.Value) || _cells.Exists(c => c.Column == edit.Column - 1)) return;
        output.Add("<"u8);
        output.Add(prefix);
        output.Add("c r=\""u8);
        AddReference(edit.Column - 1, number, output);
        output.Add("\""u8);
        var written = ValueOf(new() { Column = edit.Column - 1 }, edit.Value, out var habit);
        if (habit is not null) AddStyle(habit.StyleText, output);
        AddValue(written, edit.Value, prefix, output);
    }

    private void Replace(ReadOnlySpan<byte> row, in CellPiece cell, string? value, int number, ReadOnlySpan<byte> prefix, ByteBlock output)
    {
        if (cell is { SharedFormula: >= 0, BorrowsFormula: false }) _lostFormulas.Add(cell.SharedFormula);
        output.Add("<"u8);
        output.Add(prefix);
        output.Add("c"u8);
        if (cell.Reference.Length > 0)
        {
            output.Add(" r=\""u8);
            AddReference(cell.Column, number, output);
            output.Add("\""u8);
        }

        var style = row.Slice(cell.StyleText.Start, cell.StyleText.Length);
        if (string.IsNullOrEmpty(value))
        {
            AddStyle(style, output);
            output.Add("/>"u8);
            return;
        }

        var written = ValueOf(cell, value, out var habit);
        AddStyle(habit is null ? style : habit.StyleText, output);
        AddValue(written, value, prefix, output);
    }

    // Numbers, dates and booleans stay such. A blank cell and a text become what their style or else their column says: "n/a" corrected to 5 is a number
    // among numbers. Only a cell without a style of its own takes the style of its column.
    private NewCellValue ValueOf(in CellPiece cell, string value, out ColumnHabit? habit)
    {
        habit = null;
        var isDate = NewCellValue.KindOf(workbook, cell.Style) != NumberKind.Number;
        var isText = cell.IsBlank || cell.Type is CellType.Text or CellType.Shared or CellType.Error;
        if (!isText) return NewCellValue.Of(workbook, cell.Type, cell.Style, value);
        if (isDate) return NewCellValue.Of(workbook, CellType.Number, cell.Style, value);
        if (!habits.TryGetValue(cell.Column, out var column)) return NewCellValue.Of(workbook, CellType.Text, cell.Style, value);
        if (NewCellValue.KindOf(workbook, column.Style) == NumberKind.Number) return NewCellValue.Of(workbook, column.Type, cell.Style, value);

        var written = cell.StyleText.Length > 0 ? NewCellValue.AsText : NewCellValue.Of(workbook, column.Type, column.Style, value);
        if (written != NewCellValue.AsText) habit = column;
        return written;
    }

    private static void AddStyle(ReadOnlySpan<byte> style, ByteBlock output)
    {
        if (style.IsEmpty) return;
        output.Add(" s=\""u8);
        output.Add(style);
        output.Add("\""u8);
    }

    private void Move(ReadOnlySpan<byte> row, in CellPiece cell, int number, bool isMoved, ByteBlock output)
    {
        var at = cell.Start;
        if (isMoved && cell.Reference.Length > 0)
        {
            output.Add(row[at..cell.Reference.Start]);
            AddReference(cell.Column, number, output);
            at = cell.Reference.Start + cell.Reference.Length;
        }

        if (cell.Formula.Length > 0 && (isMoved || _lostFormulas.Contains(cell.SharedFormula)))
        {
            output.Add(row[at..cell.Formula.Start]);
            at = cell.Formula.Start;
            if (IsResultRead(row, cell)) at += cell.Formula.Length;
            else at += AddMovedRange(row.Slice(at, cell.Formula.Length), output);
        }

        output.Add(row[at..cell.End]);
    }

    // A formula that stays tells the cells that it is for; returns how many of its bytes are written.
    private int AddMovedRange(ReadOnlySpan<byte> formula, ByteBlock output)
    {
        var (start, length) = XmlTags.Attribute(formula[..(formula.IndexOf((byte)'>') + 1)], "ref"u8);
        if (start == 0 || shift.Moved(Encoding.ASCII.GetString(formula.Slice(start, length))) is not { } moved) return 0;
        output.Add(formula[..start]);
        output.Add(Encoding.ASCII.GetBytes(moved));
        return start + length;
    }

    // Otherwise the reader gives the formula itself: see CellReading.
    private bool IsResultRead(ReadOnlySpan<byte> row, in CellPiece cell)
    {
        var value = row.Slice(cell.Value.Start, cell.Value.Length);
        return cell.BorrowsFormula || (!value.IsEmpty && !(workbook.IsAsExported && cell.Type == CellType.Number && value.SequenceEqual("0"u8)));
    }

    private static void AddValue(NewCellValue written, string value, ReadOnlySpan<byte> prefix, ByteBlock output)
    {
        if (written.Type.Length > 0)
        {
            output.Add(" t=\""u8);
            output.Add(Encoding.ASCII.GetBytes(written.Type));
            output.Add("\""u8);
        }

        output.Add("><"u8);
        output.Add(prefix);
        if (written.Text is not null)
        {
            output.Add("v>"u8);
            output.Add(Encoding.ASCII.GetBytes(written.Text));
            Close("v"u8, prefix, output);
        }
        else
        {
            var text = Encoding.UTF8.GetBytes(value);
            output.Add("is><"u8);
            output.Add(prefix);
            output.Add(XmlText.NeedsPreserve(text) ? "t xml:space=\"preserve\">"u8 : "t>"u8);
            XmlText.Add(text, output);
            Close("t"u8, prefix, output);
            Close("is"u8, prefix, output);
        }

        Close("c"u8, prefix, output);
    }

    private static void Close(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, ByteBlock output)
    {
        output.Add("</"u8);
        output.Add(prefix);
        output.Add(name);
        output.Add(">"u8);
    }

    private static void AddReference(int column, int number, ByteBlock output)
    {
        Span<byte> letters = stackalloc byte[3];
        var at = letters.Length;
        for (var left = column + 1; left > 0; left = (left - 1) / 26) letters[--at] = (byte)('A' + ((left - 1) % 26));
        output.Add(letters[at..]);
        output.Add(number);
    }
}
