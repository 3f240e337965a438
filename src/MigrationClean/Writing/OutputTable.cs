using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>A table as a format's writer sees it: names, columns of distinct values, how they are written.</summary>
/// <param name="Name">File or sheet name.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="Columns">Columns in order.</param>
internal sealed record OutputTable(string Name, int RowCount, ImmutableArray<OutputColumn> Columns)
{
    /// <summary>A released table.</summary>
    public static OutputTable Of(AnonymisedTable table) =>
        new(table.Name, table.RowCount, [.. table.Columns.Select(c => new OutputColumn(c.Name, c.Values, c.Kind))]);

    /// <summary>A small table of texts: a codebook, a deletion log.</summary>
    /// <param name="name">File or sheet name.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows of as many cells as the header.</param>
    public static OutputTable OfTexts(string name, IReadOnlyList<string> header, IReadOnlyList<string[]> rows) =>
        new(name, rows.Count, [.. header.Select((h, i) => new OutputColumn(h, Column.FromTexts(rows.Select(r => r[i])), ValueKind.Text))]);
}

/// <summary>A column of an <see cref="OutputTable"/>.</summary>
/// <param name="Name">The header.</param>
/// <param name="Values">The values.</param>
/// <param name="Kind">How they are written.</param>
internal sealed record OutputColumn(string Name, Column Values, ValueKind Kind);
