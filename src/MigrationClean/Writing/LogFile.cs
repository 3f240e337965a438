using System.Collections.Immutable;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;

namespace MigrationClean.Writing;

/// <summary>A cleaning log ready to be written, as a workbook or as CSV.</summary>
public sealed class LogFile
{
    // cleaningtools' own columns, in its order.
    private static readonly ImmutableArray<(string Header, string Column)> ImpactColumns =
    [
        ("uuid", "uuid"), ("old_value", "old_value"), ("question", "question"), ("issue", "issue"), ("check_id", "check_id"), ("check_binding", "group_key"),
        ("change_type", "change_type"), ("new_value", "new_value"),
    ];

    private readonly CleaningLogSheets _sheets;
    private readonly bool _asImpact;

    internal LogFile(CleaningLogSheets sheets, ImmutableArray<Finding> findings, bool asImpact = false)
    {
        _sheets = sheets;
        _asImpact = asImpact;
        Findings = findings;
    }

    /// <summary>What was wrong with the logs it is made of; an error among them means that nothing is to be written.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What was found in the data that the log asks about.</summary>
    public ImmutableArray<Finding> Found { get; internal init; } = [];

    /// <summary>Lines of the log.</summary>
    public int Lines => _sheets.Lines.Count;

    /// <summary>Lines of the log that were not there before.</summary>
    public int Added { get; internal init; }

    /// <summary>Lines of the sheet of others.</summary>
    public int Others => _sheets.Others.Count;

    /// <summary>Lines of the deletion log.</summary>
    public int Deletions => _sheets.Removed.Count;

    /// <summary>Whether a log that it is made of is refused.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Writes the workbook with all its sheets. The stream seeks.</summary>
    /// <exception cref="InputException">FILE-13: a sheet can't hold all lines, or a cell a text; nothing is cut.</exception>
    public void WriteWorkbook(Stream stream)
    {
        if (_asImpact) CleaningLogWorkbook.WritePlain(ImpactHeaders, [.. _sheets.Lines.Select(row => new LogRow(AsImpact(row), row.Question))], _sheets, stream);
        else CleaningLogWorkbook.Write(_sheets, stream);
    }

    /// <summary>
    /// Writes the lines of the log as CSV; of a file that holds deletions or others alone, those.
    /// </summary>
    public void WriteCsv(Stream stream, CsvOptions options)
    {
        var (header, rows) = (_asImpact, Lines, Others, Deletions) switch
        {
            (true, _, _, _) => (ImpactHeaders, _sheets.Lines.Select(AsImpact)),
            (_, 0, 0, > 0) => (_sheets.DeletionColumns, _sheets.Removed.Select(row => row.Cells)),
            (_, 0, > 0, 0) => (_sheets.OthersColumns, _sheets.Others.Select(row => row.Cells)),
            _ => ([.. CleaningLog.Columns, .. _sheets.MoreColumns], _sheets.Lines.Select(row => row.Cells)),
        };
        CsvWriter.Write(OutputTable.OfTexts("cleaning_log", header, [.. rows]), stream, options);
    }

    private static ImmutableArray<string> ImpactHeaders => [.. ImpactColumns.Select(c => c.Header)];

    private static string[] AsImpact(LogRow row) =>
        [.. ImpactColumns.Select(c => c.Header == "check_binding" ? Binding(row) : row.Cells[CleaningLog.Columns.IndexOf(c.Column)])];

    // Findings of one incident share a binding; a line of its own has its check and submission.
    private static string Binding(LogRow row)
    {
        string Cell(string column) => row.Cells[CleaningLog.Columns.IndexOf(column)];
        return Cell("group_key") is { Length: > 0 } group ? group : $"{Cell("check_id")} / {Cell("uuid")}";
    }
}
