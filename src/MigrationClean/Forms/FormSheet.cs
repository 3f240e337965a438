using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>A sheet of a form with its headers understood: the one shape of workbooks, asset JSON and JSON rows.</summary>
/// <param name="Name">The sheet's name as written.</param>
/// <param name="Headers">By position.</param>
/// <param name="Rows">The rows below the header; as many cells as headers.</param>
internal sealed record FormSheet(string Name, ImmutableArray<Header> Headers, ImmutableArray<GridRow> Rows)
{
    /// <summary>The names by which the sheets of a form are found, in lower case.</summary>
    public static readonly ImmutableArray<string> KnownNames = ["survey", "choices", "settings", "external_choices", "entities", "osm"];

    /// <summary>Which columns a sheet of this name may have.</summary>
    public static HeaderNames NamesOf(string sheet) => sheet.Trim().ToLowerInvariant() switch
    {
        "choices" or "external_choices" or "osm" => HeaderNames.Choices,
        "settings" => HeaderNames.Settings,
        _ => HeaderNames.Survey,
    };

    /// <summary>A sheet of a workbook or a CSV file.</summary>
    /// <remarks>Reading of columns and rows stops where the converters stop: after many blank ones in a row.</remarks>
    public static FormSheet From(Grid grid, HeaderNames names)
    {
        var separator = grid.Headers.Any(h => h.Contains("::", StringComparison.Ordinal)) ? "::" : ":";
        var headers = Until(grid.Headers).Select(text => text.Length == 0 ? new("", null, null) : names.Resolve(CellText.Collapse(text), separator));
        return new(grid.Name ?? "", [.. headers], [.. Until(grid.Rows)]);
    }

    /// <summary>The columns by canonical name, those with a language left out; of two the first.</summary>
    public Dictionary<string, int> Columns()
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (var i = 0; i < Headers.Length; i++)
            if (Headers[i] is { Name: { } name, Language: null }) columns.TryAdd(name, i);
        return columns;
    }

    /// <summary>Whether it has a column of that canonical name.</summary>
    public bool Has(string name) => Headers.Any(h => h.Name == name);

    /// <summary>Says which headers stand twice, and which mean one column. Such a sheet can't be read, as one of the two would be lost.</summary>
    /// <param name="refusals">Where they are noted.</param>
    /// <param name="mayRepeat">A column that may be given twice: <c>form_id</c> and <c>id_string</c> of the settings.</param>
    public void CheckHeaders(Refusals refusals, string? mayRepeat = null)
    {
        foreach (var clash in Clashes())
        {
            var place = new FormPlace(Name, 1, clash.Second.Text);
            if (clash.IsSameText) refusals.Add("FILE-08/form-duplicate", place, new FindingArgument("header", clash.Second.Text));
            else if (clash.Second.Name != mayRepeat) refusals.Add("FILE-08/form-conflict", place, new("first", clash.First.Text), new("second", clash.Second.Text));
        }
    }

    /// <summary>The headers that stand twice, and those that mean a column which another one means already.</summary>
    public IEnumerable<HeaderClash> Clashes()
    {
        Dictionary<(string, string?), Header> seen = [];
        Dictionary<(string, string?), Header> meanings = [];
        for (var i = 0; i < Headers.Length; i++)
        {
            var header = Headers[i];
            if (header.Text.Length == 0) continue;
            if (!seen.TryAdd((header.Text, header.Language), header))
                yield return new(seen[(header.Text, header.Language)], header, i, IsSameText: true);
            else if (header.Name is { } name && !meanings.TryAdd((name, header.Language), header))
                yield return new(meanings[(name, header.Language)], header, i, IsSameText: false);
        }
    }

    private static IEnumerable<string> Until(ImmutableArray<string> headers)
    {
        var blank = 0;
        foreach (var header in headers)
        {
            blank = header.Length == 0 ? blank + 1 : 0;
            if (blank >= FormLimits.BlankHeaders) yield break;
            yield return header;
        }
    }

    private static IEnumerable<GridRow> Until(ImmutableArray<GridRow> rows)
    {
        var last = 1;
        foreach (var row in rows)
        {
            if (row.Number - last > FormLimits.BlankRows) yield break;
            last = row.Number;
            yield return row;
        }
    }
}
