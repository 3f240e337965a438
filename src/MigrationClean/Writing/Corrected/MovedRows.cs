using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>
/// Moves what points at a sheet's rows when rows above are taken out: in the sheet's own part before and behind its rows, in its tables, and in its comments.
/// </summary>
/// <remarks>
/// Moved: dimension, merged cells, hyperlinks, data validations, conditional formats, filters, sorting, page breaks, protected ranges, ignored errors, watched
/// cells, tables, comments and their boxes. What pointed at removed rows alone goes. Hyperlinks of edited cells go: they led where the old value said.
/// Left as they are: the panes and the selection, pictures, and references inside formulas.
/// </remarks>
/// <param name="shift">The removals.</param>
/// <param name="edits">The edits of the sheet.</param>
internal sealed partial class MovedRows(RowShift shift, SheetEdits edits) : PartFilter
{
    private readonly HashSet<string> _lists =
        new(["mergeCells", "hyperlinks", "dataValidations", "protectedRanges", "ignoredErrors", "cellWatches", "rowBreaks"], StringComparer.Ordinal);

    private bool _isTable;
    private bool _inRowBreaks;

    /// <inheritdoc/>
    protected override bool IsList(string name) => _lists.Contains(name);

    /// <inheritdoc/>
    protected override ElementFate FateOf(string name, ReadOnlySpan<byte> element)
    {
        _isTable |= name == "table";
        if (name is "rowBreaks" or "colBreaks") _inRowBreaks = name == "rowBreaks";
        return name switch
        {
            "dimension" => Attribute(element, "ref"u8) is { } range ? ElementFate.With("ref", shift.Moved(range, leastRows: 1)) : ElementFate.Stays,
            "table" or "autoFilter" => Moved(element, leastRows: _isTable ? 2 : 1), // a table without a row of data is none
            "sortState" or "sortCondition" or "comment" or "threadedComment" => Moved(element),
            "mergeCell" => Merged(element),
            "hyperlink" => Attribute(element, "ref"u8) is { } link && IsEdited(link) ? ElementFate.Gone : Moved(element),
            "dataValidation" or "conditionalFormatting" or "protectedRange" or "ignoredError" =>
                Attribute(element, "sqref"u8) is { } ranges ? ElementFate.With("sqref", shift.MovedAll(ranges)) : ElementFate.Stays,
            "cellWatch" => Attribute(element, "r"u8) is { } cell ? ElementFate.With("r", shift.Moved(cell)) : ElementFate.Stays,
            "brk" when _inRowBreaks => Attribute(element, "id"u8) is { } id ? ElementFate.With("id", shift.Moved(id)) : ElementFate.Stays,
            "shape" => Box(element),
            _ => ElementFate.Stays,
        };
    }

    /// <inheritdoc/>
    protected override string TextOf(string name, string text) => name switch
    {
        "sqref" => shift.MovedAll(text) ?? text,
        // Rows of a comment's box are counted from 0.
        "Row" when int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var row) =>
            (shift.NewNumber(row + 1) - 1).ToString(CultureInfo.InvariantCulture),
        _ => text,
    };

    private ElementFate Moved(ReadOnlySpan<byte> element, int leastRows = 0) =>
        Attribute(element, "ref"u8) is { } range ? ElementFate.With("ref", shift.Moved(range, leastRows)) : ElementFate.Stays;

    // Merged cells of which one is left are none.
    private ElementFate Merged(ReadOnlySpan<byte> element)
    {
        if (Attribute(element, "ref"u8) is not { } range || shift.Moved(range) is not { } moved) return Moved(element);
        var ends = moved.Split(':');
        return moved != range && ends.Length == 2 && ends[0] == ends[1] ? ElementFate.Gone : ElementFate.With("ref", moved);
    }

    private bool IsEdited(string range) =>
        SheetTail.PlaceOf(range.Split(':')[0]) is { } place && edits.Find(place.Row, place.Column + 1) is not null;

    private ElementFate Box(ReadOnlySpan<byte> shape)
    {
        var match = BoxRow.Match(System.Text.Encoding.UTF8.GetString(shape));
        if (!match.Success) return ElementFate.Stays;
        return shift.Removes(int.Parse(match.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) + 1) ? ElementFate.Gone : ElementFate.Stays;
    }

    [GeneratedRegex(@"<x:Row>\s*(?<row>[0-9]{1,7})\s*</x:Row>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoxRow { get; }
}
