using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning;

/// <summary>What stands in a cleaning log's workbook.</summary>
internal sealed record CleaningLogSheets
{
    /// <summary>Rows of the log, by <see cref="CleaningLog.Columns"/> and <see cref="MoreColumns"/>.</summary>
    public required IReadOnlyList<LogRow> Lines { get; init; }

    /// <summary>Headers of columns that people added to the log.</summary>
    public ImmutableArray<string> MoreColumns { get; init; } = [];

    /// <summary>Columns of the sheet of others.</summary>
    public ImmutableArray<string> OthersColumns { get; init; } = OthersSheet.Columns;

    /// <summary>Rows of the sheet of others, each with the select that its text belongs to.</summary>
    public IReadOnlyList<LogRow> Others { get; init; } = [];

    /// <summary>Columns of the deletion log.</summary>
    public ImmutableArray<string> DeletionColumns { get; init; } = DeletionLog.Columns;

    /// <summary>Rows of the deletion log.</summary>
    public required IReadOnlyList<LogRow> Removed { get; init; }

    /// <summary>Interviews of each enumerator; empty where the log was made without the data.</summary>
    public IReadOnlyList<(string Enumerator, int Interviews)> Enumerators { get; init; } = [];

    /// <summary>The parameters of the checks that lines come from, one a text.</summary>
    public ImmutableArray<string> Thresholds { get; init; } = [];

    /// <summary>SHA-256 of each export, with its name.</summary>
    public ImmutableArray<(string File, string Sha256)> Data { get; init; } = [];

    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    /// <summary>Language of the texts.</summary>
    public Language Language { get; init; }

    /// <summary>Language of the choices' labels; <see langword="null"/> = the form's first.</summary>
    public string? Labels { get; init; }
}
