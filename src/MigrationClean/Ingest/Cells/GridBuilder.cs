using System.Collections.Immutable;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Ingest.Cells;

/// <summary>A grid in the making: rows of texts, cut as spreadsheet forms are (xlsform §1).</summary>
internal sealed class GridBuilder(Location location, bool isWorkbook)
{
    private const int EmptyHeadersBeforeEnd = 20;
    private const int EmptyRowsBeforeEnd = 60;

    private readonly ImmutableArray<GridRow>.Builder _rows = ImmutableArray.CreateBuilder<GridRow>();
    private ImmutableArray<string> _headers = [];
    private int _number;
    private int _lastFilled;
    private bool _ended;

    /// <summary>Reads all blocks of a source.</summary>
    /// <returns><see langword="false"/> if the source was not sure of a block.</returns>
    public bool ReadAll(IBlockSource source, CellCount? cells)
    {
        var block = new CellBlock();
        while (true)
        {
            block.Clear();
            if (!source.Fill(block)) return true;
            if (!source.Parse(block)) return false;
            if (block.Trouble is { } trouble) throw new InputException(trouble.Key, location with { Row = _number + trouble.Row + 1 }, trouble.Arguments);
            cells?.Add(block);
            for (var row = 0; row < block.RowCount; row++) AddRow(block, row);
        }
    }

    /// <summary>Adds a row of texts.</summary>
    /// <param name="number">1-based row.</param>
    /// <param name="texts">Texts by position.</param>
    public void AddRow(int number, IReadOnlyList<string> texts)
    {
        _number = number;
        if (_ended) return;
        if (number == 1)
        {
            _headers = Headers(texts);
            _lastFilled = 1;
            return;
        }

        if (isWorkbook && number - _lastFilled > EmptyRowsBeforeEnd)
        {
            _ended = true;
            return;
        }

        var cells = _headers.Select((_, i) => i < texts.Count ? Clean(texts[i]) : "").ToImmutableArray();
        if (cells.All(static c => c.Length == 0)) return;
        _lastFilled = number;
        _rows.Add(new(number, cells));
    }

    /// <summary>The finished grid.</summary>
    public Grid Build() => new(location.File, location.Sheet, _headers, _rows.ToImmutable());

    private void AddRow(CellBlock block, int row)
    {
        var number = block.Rows[row].Number > 0 ? block.Rows[row].Number : _number + 1;
        var cells = block.CellsOf(row);
        var width = 0;
        foreach (ref readonly var cell in cells) width = Math.Max(width, cell.Column + 1);
        var texts = new string[number == 1 ? width : Math.Min(width, _headers.Length)];
        Array.Fill(texts, "");
        foreach (ref readonly var cell in cells)
            if (cell.Column < texts.Length) texts[cell.Column] = Encoding.UTF8.GetString(block.Utf8(cell));
        AddRow(number, texts);
    }

    private ImmutableArray<string> Headers(IReadOnlyList<string> texts)
    {
        var width = 0;
        for (var i = 0; i < texts.Count && (!isWorkbook || i - width < EmptyHeadersBeforeEnd); i++)
            if (Clean(texts[i]).Length > 0) width = i + 1;
        return [.. texts.Take(width).Select(static t => Clean(t.TrimStart('\uFEFF')))];
    }

    private static string Clean(string text) => text.Replace('\u00A0', ' ').Trim();
}
