using System.Collections.Immutable;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>A set without some of its rows; those that stay keep their places and positions (cleaning §6.2 step 9).</summary>
/// <param name="Set">The set.</param>
/// <param name="Origins">By table: the row as read of each row that stays; <see langword="null"/> where none went.</param>
internal sealed record RowsLeft(SubmissionSet Set, ImmutableArray<int[]?> Origins)
{
    /// <summary>Takes rows away, and with each what hangs below it. O(rows); the same tables where nothing goes.</summary>
    /// <param name="set">The set.</param>
    /// <param name="goes">Whether a row (number of the table, row) goes by itself.</param>
    public static RowsLeft Of(SubmissionSet set, Func<int, int, bool> goes)
    {
        ImmutableArray<Table> tables = [.. set.Tables];
        var left = ImmutableArray.CreateBuilder<Table>(tables.Length);
        var origins = ImmutableArray.CreateBuilder<int[]?>(tables.Length);
        var places = new int[]?[tables.Length];
        for (var t = 0; t < tables.Length; t++)
        {
            var table = tables[t];
            var above = table.Parent is null ? -1 : tables.IndexOf(table.Parent);
            var placesAbove = above < 0 ? null : places[above];
            List<int> rows = new(table.RowCount);
            for (var row = 0; row < table.RowCount; row++)
            {
                var isOrphan = above >= 0 && table.ParentRows[row] < 0;
                if (!goes(t, row) && (isOrphan || placesAbove is null || placesAbove[table.ParentRows[row]] >= 0)) rows.Add(row);
            }

            var parent = above < 0 ? null : left[above];
            if (rows.Count == table.RowCount)
            {
                left.Add(parent == table.Parent ? table : placesAbove is null ? table.With(table.Columns, parent) : Kept(table, [.. rows], parent, placesAbove));
                origins.Add(null);
                continue;
            }

            int[] kept = [.. rows];
            var place = new int[table.RowCount];
            Array.Fill(place, -1);
            for (var i = 0; i < kept.Length; i++) place[kept[i]] = i;
            places[t] = place;
            left.Add(Kept(table, kept, parent, placesAbove));
            origins.Add(kept);
        }

        return new(set.With(left.MoveToImmutable()), origins.MoveToImmutable());
    }

    private static Table Kept(Table table, int[] rows, Table? parent, int[]? placesAbove) => table.Keep(
        rows, parent, parent is null ? [] : [.. rows.Select(r => table.ParentRows[r] is >= 0 and var p ? placesAbove?[p] ?? p : -1)]);
}
