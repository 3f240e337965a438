using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;
using MigrationClean.Submissions.Values;

namespace MigrationClean.Submissions.Rows;

/// <summary>The identity of each submission (design §7): the first of these that the row has, without <c>uuid:</c>, in lower case.</summary>
internal static class Identities
{
    private static readonly string[] Names = ["meta/rootUuid", "KEY", "_uuid", "meta/instanceID", "_id"];

    /// <summary>Identities by row; blank where there is none.</summary>
    public static Column Of(ExportSheet main)
    {
        Column[] stored = [.. Names.Select(main.Server).OfType<Column>()];
        var rows = main.Sheet.RowCount;
        if (stored.Length == 0) return Column.Blank(rows);
        if (stored[0].CountByCode()[0] == 0) return Normal(stored[0]);
        Column[] columns = [.. stored.Select(Normal)];
        var picked = new int[rows];
        for (var row = 0; row < rows; row++)
            picked[row] = Array.FindIndex(columns, c => c.CodeAt(row) != 0) is >= 0 and var c ? c * rows + row : -1;
        return Column.Concat(columns).SelectRows(picked);
    }

    /// <summary>The submission that a row of a repeat says it belongs to, whatever its parent is; <see langword="null"/> where it says none.</summary>
    public static string? NamedBy(LinkedSheet repeat, int row)
    {
        foreach (var name in Names)
            if (repeat.Server(ServerColumns.OfSubmission + name) is { } column && column.CodeAt(row) != 0) return Normal(column.TextAt(row));
        return null;
    }

    private static Column Normal(Column column) => RowVersions.Rewrite(column, Normal);

    private static string Normal(string text)
    {
        var id = text.Trim().ToLowerInvariant();
        return id.StartsWith("uuid:", StringComparison.Ordinal) ? id[5..] : id;
    }
}
