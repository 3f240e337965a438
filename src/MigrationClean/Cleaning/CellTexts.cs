using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>The answer that stands where a finding points, for findings about several cells that name no value of their own.</summary>
internal sealed class CellTexts(SubmissionSet submissions)
{
    private readonly Dictionary<string, Dictionary<(string, string), int>> _rows = new(StringComparer.Ordinal);

    /// <summary>The text, or <see langword="null"/> where there is none.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="mainRow">Row of the main table, −1 where it is not known.</param>
    public string? TextOf(Finding finding, int mainRow)
    {
        if (submissions.Find(finding.Table) is not { } table || table.Find(finding.Question!) is not { } column) return null;
        var row = finding.Table is null ? mainRow : RowsOf(table).GetValueOrDefault((finding.SubmissionId!, finding.RowPath ?? ""), -1);
        return row < 0 ? null : column.Value.TextAt(row);
    }

    private Dictionary<(string, string), int> RowsOf(Table table)
    {
        if (_rows.TryGetValue(table.Path!, out var known)) return known;
        var rows = new Dictionary<(string, string), int>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
            if (table.SubmissionIdOf(row) is { } id) rows.TryAdd((id, table.RowPathOf(row) ?? ""), row);
        _rows.Add(table.Path!, rows);
        return rows;
    }
}
