using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A table that a form uses and that lies in a file beside it: columns by name, rows of texts, "" where a cell is blank.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The rows in order, each with a text a column.</param>
internal sealed record AttachedTable(string File, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table as a choice list.</summary>
    /// <param name="value">The column of codes.</param>
    /// <param name="label">The column of labels.</param>
    /// <returns><see langword="null"/> if it has no such column of codes.</returns>
    public ChoiceList? AsList(string value, string label)
    {
        var (codes, labels) = (Columns.IndexOf(value), Columns.IndexOf(label));
        if (codes < 0) return null;
        return new(File, Rows.Select((row, i) => new Choice(
            row[codes],
            labels < 0 ? LocalText.Empty : new LocalText([(null, row[labels])]),
            Columns.Select((name, at) => (name, at)).Where(c => c.at != codes && c.at != labels && row[c.at].Length > 0)
                .DistinctBy(c => c.name, StringComparer.Ordinal).ToFrozenDictionary(c => c.name, c => row[c.at], StringComparer.Ordinal),
            new(File, i + 2, value))));
    }
}
