using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Rows;

/// <summary>Finds the parent of each repeat row (kobo-exports §7.2, §12.1, §13) and puts rows of one parent in the order of their index.</summary>
internal static class ParentLinks
{
    /// <summary>Links the sheets of an export, outer before inner. O(rows), rows out of order O(rows log rows).</summary>
    public static ImmutableArray<LinkedSheet> Of(AlignedExport export)
    {
        List<LinkedSheet> linked = [];
        foreach (var aligned in export.Sheets)
        {
            if (aligned.Section.Parent is null)
            {
                linked.Add(new(aligned, aligned.Source.Sheet, null, []));
                continue;
            }

            var parent = linked.FirstOrDefault(l => l.Aligned.Section == aligned.Section.Parent);
            linked.Add(parent is null ? new(aligned, aligned.Source.Sheet, null, Orphans(aligned.Source.Sheet.RowCount)) : Link(aligned, parent));
        }

        return [.. linked];
    }

    private static int[] Orphans(int rows)
    {
        var parents = new int[rows];
        Array.Fill(parents, -1);
        return parents;
    }

    private static LinkedSheet Link(AlignedSheet child, LinkedSheet parent)
    {
        var source = child.Source;
        if (source.Sheet.ParentRows is { } given) return new(child, source.Sheet, parent, [.. given]);

        var (parentRows, order) = source.Server("PARENT_KEY") is { } keys && parent.Server("KEY") is { } parentKeys
            ? (ByKey(keys, parentKeys), source.Server("KEY") is { } own ? Numbers(own, Iteration) : null)
            : (ByIndex(source, parent), source.Server(ServerColumns.Index) is { } index ? Numbers(index, Whole) : null);
        var sorted = Sorted(parentRows, order);
        return sorted is null
            ? new(child, source.Sheet, parent, parentRows)
            : new(child, RowMoves.Reorder(source.Sheet, sorted), parent, [.. sorted.Select(row => parentRows[row])]);
    }

    private static int[] ByKey(Column childKeys, Column parentKeys)
    {
        // The coding kernel finds equal bytes without making a text of them.
        var values = new ColumnBuilder();
        var rowOfCode = new List<int> { -1 };
        for (var row = 0; row < parentKeys.RowCount; row++)
        {
            if (parentKeys.CodeAt(row) is not (> 0 and var code)) continue;
            var value = parentKeys.Utf8(code);
            if (values.Add(value, ValueKey.Of(value)) == rowOfCode.Count) rowOfCode.Add(row);
        }

        var rowOfKey = new int[childKeys.ValueCount];
        for (var code = 0; code < rowOfKey.Length; code++)
        {
            var value = childKeys.Utf8(code);
            var found = code == 0 ? -1 : values.Find(value, ValueKey.Of(value));
            rowOfKey[code] = found < 0 ? -1 : rowOfCode[found];
        }

        var parents = new int[childKeys.RowCount];
        for (var row = 0; row < parents.Length; row++) parents[row] = rowOfKey[childKeys.CodeAt(row)];
        return parents;
    }

    private static int[] ByIndex(ExportSheet child, LinkedSheet parent)
    {
        var parentIndex = child.Server(ServerColumns.ParentIndex);
        var index = parent.Server(ServerColumns.Index);
        if (parentIndex is null || (index is null && !parent.Aligned.Source.IsMain)) return Orphans(child.Sheet.RowCount);
        if (index is null)
            return ByKey(child.Server("_submission__uuid") ?? child.Server("_submission__id") ?? parentIndex, IdOf(child, parent) ?? Column.Blank(0));

        var numbers = Numbers(index, Whole);
        Dictionary<long, List<int>> rows = [];
        for (var row = 0; row < index.RowCount; row++)
        {
            if (numbers[row] is not { } number) continue;
            if (rows.TryGetValue(number, out var held)) held.Add(row);
            else rows[number] = [row];
        }

        var wanted = Numbers(parentIndex, Whole);
        var parents = new int[wanted.Length];
        for (var row = 0; row < parents.Length; row++)
        {
            var found = wanted[row] is { } number && rows.TryGetValue(number, out var held) ? held : [];
            parents[row] = found.Count == 0 ? -1 : found.Count == 1 ? found[0] : SameSubmission(child, row, parent, found);
        }

        return parents;
    }

    /// <summary>Where several parents have the index (exports pasted together), the one of the same submission.</summary>
    private static int SameSubmission(ExportSheet child, int row, LinkedSheet parent, List<int> candidates)
    {
        int[] same = [.. candidates.Where(p => Contradiction(child.Server, row, parent, p) == false)];
        return same.Length == 1 ? same[0] : -1;
    }

    /// <summary>
    /// Whether the submission that a repeat row names differs from the one that its parent belongs to; <see langword="null"/> if either names none.
    /// </summary>
    public static bool? Contradiction(Func<string, Column?> child, int row, LinkedSheet parent, int parentRow)
    {
        var root = parent.Root;
        var rootRow = parent.RootRow(parentRow);
        if (root is null || rootRow < 0) return null;
        foreach (var name in (string[])["meta/rootUuid", "_id", "_uuid"])
        {
            if (child(ServerColumns.OfSubmission + name) is not { } own || root.Server(name) is not { } theirs) continue;
            if (own.CodeAt(row) is not (> 0 and var ownCode) || theirs.CodeAt(rootRow) is not (> 0 and var theirCode)) continue;
            return !own.Utf8(ownCode).SequenceEqual(theirs.Utf8(theirCode));
        }

        return null;
    }

    private static Column? IdOf(ExportSheet child, LinkedSheet parent) =>
        child.Server("_submission__uuid") is not null ? parent.Server("_uuid") : child.Server("_submission__id") is not null ? parent.Server("_id") : null;

    private static long?[] Numbers(Column column, Func<string, long?> numberOf)
    {
        var ofCode = Enumerable.Range(0, column.ValueCount).Select(code => code == 0 ? null : numberOf(column.Text(code))).ToArray();
        var numbers = new long?[column.RowCount];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = ofCode[column.CodeAt(row)];
        return numbers;
    }

    private static long? Whole(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? (long)number
            : null;

    /// <summary>The number at the end of a key: 2 of <c>uuid:…/grp[2]</c>.</summary>
    private static long? Iteration(string key)
    {
        var open = key.LastIndexOf('[');
        if (!key.EndsWith(']') || open <= 0) return null;
        return long.TryParse(key.AsSpan(open + 1, key.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The rows by parent and index, orphans last; <see langword="null"/> if they stand in that order.</summary>
    private static int[]? Sorted(int[] parentRows, long?[]? order)
    {
        (long Parent, long Order) KeyOf(int row) => (parentRows[row] < 0 ? long.MaxValue : parentRows[row], order?[row] ?? 0);
        var isSorted = true;
        for (var row = 1; row < parentRows.Length && isSorted; row++) isSorted = KeyOf(row - 1).CompareTo(KeyOf(row)) <= 0;
        return isSorted ? null : [.. Enumerable.Range(0, parentRows.Length).OrderBy(KeyOf)];
    }
}
