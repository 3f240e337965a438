using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Layouts;

/// <summary>
/// Rebuilds the repeats that the legacy CSV lays side by side: <c>grp[1]/vuln[2]/age</c> becomes row 2 of <c>grp/vuln</c> under row 1 of <c>grp</c>
/// (kobo-exports §12.2).
/// </summary>
internal static partial class FlattenedRepeats
{
    /// <summary>The main sheet without the repeats' columns, then a sheet for each repeat. The same sheet if there is no such column.</summary>
    /// <param name="main">The sheet.</param>
    /// <param name="blankWords">Words that stand for a blank cell.</param>
    /// <param name="byR">Whether R changed the headers: <c>grp.1..age</c> stands for <c>grp[1]/age</c>.</param>
    /// <remarks>O(rows × columns). An instance is there if it or a later one of the same parent holds anything.</remarks>
    public static ImmutableArray<ExportSheet> Unfold(ExportSheet main, ImmutableArray<string> blankWords, bool byR)
    {
        var sheet = main.Sheet;
        List<Cell> cells = [];
        List<int> kept = [];
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            var header = byR ? InstanceByR.Replace(sheet.Headers[i], "[${n}]/") : sheet.Headers[i];
            var matches = Instance.Matches(header);
            if (matches.Count == 0) kept.Add(i);
            else cells.Add(CellOf(header, i, matches));
        }

        if (cells.Count == 0) return [main];
        // KoBo leaves columns without an instance for the choices of select_multiple inside repeats: always n/a.
        var inRepeats = cells.Select(c => HeaderText.MakeNames(c.Header)).ToHashSet(StringComparer.Ordinal);
        kept.RemoveAll(i => inRepeats.Contains(HeaderText.MakeNames(sheet.Headers[i])) && IsBlank(sheet.Columns[i], blankWords));

        var rest = ExportRecognition.Of(Part(sheet, kept), [.. kept.Select(i => main.ServerNames[i])], isMain: true, main.Input);
        List<ExportSheet> sheets = [rest with { Numbers = [.. kept.Select(i => i + 1)] }];
        var filled = Filled(cells, sheet, blankWords);
        Dictionary<string, List<Row>> rows = new(StringComparer.Ordinal);
        foreach (var repeat in cells.SelectMany(c => c.Repeats).Distinct(StringComparer.Ordinal).OrderBy(r => r.Count(c => c == '\n')).ToList())
        {
            var cut = repeat.LastIndexOf('\n');
            var parents = cut < 0 ? [.. Enumerable.Range(0, sheet.RowCount).Select(r => new Row(r, "", -1))] : rows[repeat[..cut]];
            var own = rows[repeat] = RowsOf(repeat, parents, filled);
            sheets.Add(SheetOf(repeat, own, cut < 0 ? null : Name(repeat[..cut]), [.. cells.Where(c => c.Repeat == repeat)], main));
        }

        return [.. sheets];
    }

    private static Cell CellOf(string header, int position, MatchCollection matches)
    {
        // "grp[1]/vuln[2]/age" → levels grp, grp⏎/vuln; vector 1/2; header grp/vuln/age.
        List<string> repeats = [];
        var (from, path) = (0, "");
        foreach (Match match in matches)
        {
            path += (path.Length == 0 ? "" : "\n") + header[from..match.Index];
            repeats.Add(path);
            from = match.Index + match.Length;
        }

        var vector = string.Join('/', matches.Select(m => m.Groups["n"].Value));
        return new(position, Instance.Replace(header, ""), [.. repeats], vector);
    }

    /// <summary>For each repeat and vector of instances: which main rows hold anything there or deeper.</summary>
    private static Dictionary<(string Repeat, string Vector), bool[]> Filled(List<Cell> cells, Sheet sheet, ImmutableArray<string> blankWords)
    {
        Dictionary<(string, string), bool[]> filled = [];
        foreach (var cell in cells)
        {
            var column = sheet.Columns[cell.Position];
            var isBlank = BlankCodes(column, blankWords);
            var codes = column.CodesOfAllRows();
            var parts = cell.Vector.Split('/');
            for (var level = 0; level < cell.Repeats.Length; level++)
            {
                var key = (cell.Repeats[level], string.Join('/', parts[..(level + 1)]));
                if (!filled.TryGetValue(key, out var rows)) filled[key] = rows = new bool[sheet.RowCount];
                for (var row = 0; row < codes.Length; row++) rows[row] |= !isBlank[codes[row]];
            }
        }

        return filled;
    }

    private static List<Row> RowsOf(string repeat, List<Row> parents, Dictionary<(string Repeat, string Vector), bool[]> filled)
    {
        List<Row> rows = [];
        Dictionary<string, List<(string Vector, bool[] Rows)>> instances = new(StringComparer.Ordinal);
        for (var p = 0; p < parents.Count; p++)
        {
            var vector = parents[p].Vector;
            if (!instances.TryGetValue(vector, out var own))
            {
                var prefix = vector.Length == 0 ? "" : vector + "/";
                own = [.. filled
                    .Where(f => f.Key.Repeat == repeat && f.Key.Vector.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(f => (Number: int.Parse(f.Key.Vector.AsSpan(prefix.Length), CultureInfo.InvariantCulture), f.Key.Vector, f.Value))
                    .OrderBy(f => f.Number)
                    .Select(f => (f.Vector, f.Value))];
                instances[vector] = own;
            }

            var count = own.Count;
            while (count > 0 && !own[count - 1].Rows[parents[p].Main]) count--;
            for (var n = 0; n < count; n++) rows.Add(new(parents[p].Main, own[n].Vector, p));
        }

        return rows;
    }

    private static ExportSheet SheetOf(string repeat, List<Row> rows, string? parent, List<Cell> cells, ExportSheet main)
    {
        var headers = cells.Select(c => c.Header).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var columns = headers.Select(header =>
        {
            Cell[] instances = [.. cells.Where(c => c.Header == header)];
            var place = instances.Select((c, i) => (c.Vector, i)).ToDictionary(c => c.Vector, c => c.i, StringComparer.Ordinal);
            var all = Column.Concat([.. instances.Select(c => main.Sheet.Columns[c.Position])]);
            return all.SelectRows([.. rows.Select(r => place.TryGetValue(r.Vector, out var i) ? i * main.Sheet.RowCount + r.Main : -1)]);
        });
        var sheet = new Sheet
        {
            File = main.Sheet.File,
            Name = Name(repeat),
            Headers = headers,
            Columns = [.. columns],
            RowCount = rows.Count,
            Places = RowMoves.Places(main.Sheet.Places, [.. rows.Select(r => r.Main)]),
            ParentRows = [.. rows.Select(r => r.Parent)],
            ParentName = parent,
        };
        return ExportRecognition.Of(sheet, [.. headers.Select(_ => (string?)null)], isMain: false, main.Input) with
        {
            Numbers = [.. headers.Select(header => cells.First(c => c.Header == header).Position + 1)],
        };
    }

    private static Sheet Part(Sheet sheet, List<int> kept) => new()
    {
        File = sheet.File,
        Name = sheet.Name,
        Headers = [.. kept.Select(i => sheet.Headers[i])],
        Columns = [.. kept.Select(i => sheet.Columns[i])],
        RowCount = sheet.RowCount,
        Places = sheet.Places,
        HxlTags = sheet.HxlTags.IsEmpty ? [] : [.. kept.Select(i => sheet.HxlTags[i])],
        OverflowRows = sheet.OverflowRows,
        OverflowCells = sheet.OverflowCells,
    };

    private static string Name(string repeat) => repeat.Replace("\n", "", StringComparison.Ordinal).Replace('.', '/');

    private static bool IsBlank(Column column, ImmutableArray<string> blankWords)
    {
        var isBlank = BlankCodes(column, blankWords);
        return column.CountByCode().Select((count, code) => count == 0 || isBlank[code]).All(b => b);
    }

    private static bool[] BlankCodes(Column column, ImmutableArray<string> blankWords) =>
        [.. Enumerable.Range(0, column.ValueCount).Select(code => code == 0 || (column.Utf8(code).Length < 8 && blankWords.Contains(column.Text(code))))];

    [GeneratedRegex(@"\[(?<n>[0-9]{1,5})\](?=[/.])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Instance { get; }

    [GeneratedRegex(@"\.(?<n>[0-9]{1,5})\.\.", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InstanceByR { get; }

    /// <summary>A column of one instance: its position, the header without instances, the repeats it lies in (outermost first), its instance numbers.</summary>
    private sealed record Cell(int Position, string Header, ImmutableArray<string> Repeats, string Vector)
    {
        public string Repeat => Repeats[^1];
    }

    /// <summary>A row of a repeat: its row in the main sheet, its instance numbers, its parent's row.</summary>
    private readonly record struct Row(int Main, string Vector, int Parent);
}
