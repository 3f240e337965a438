using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Log;

/// <summary>One line of a cleaning log as it was read: in our words, with texts as the log has them; not yet led to a cell.</summary>
/// <remarks>Lines of the sheet of others and of removals are such entries too. Source: cleaning §5.1.</remarks>
public sealed record LogEntry
{
    /// <summary>Our id of the line, or <see langword="null"/>.</summary>
    public string? EntryId { get; init; }

    /// <summary>Key of the submission as written (uuid, <c>_id</c>, <c>KEY</c>), blanks and <c>uuid:</c> cut; "" where the line has none.</summary>
    public required string Submission { get; init; }

    /// <summary>Index of the submission in the export (<c>_index</c>, <c>_id</c>) where the log has it besides the key, or <see langword="null"/>.</summary>
    public string? SubmissionIndex { get; init; }

    /// <summary>Repeat as the log names it: name or path; <see langword="null"/> = main.</summary>
    public string? Table { get; init; }

    /// <summary>Positions of a repeat row, <c>2/1</c>; <see langword="null"/> = main, or <see cref="RowKey"/> says it.</summary>
    public string? RowPath { get; init; }

    /// <summary>The row's key as other tools write it (<c>loop1_23</c>, an <c>_index</c>), to be led back through the export; or <see langword="null"/>.</summary>
    public string? RowKey { get; init; }

    /// <summary>Question as the log names it: name, path, <c>parent/option</c>, <c>parent.option</c>; "" for removals.</summary>
    public string Question { get; init; } = "";

    /// <summary>The value that the line says the cell has; <see langword="null"/> = blank.</summary>
    public string? OldValue { get; init; }

    /// <summary>Whether the log has a column of old values at all.</summary>
    public bool HasOldValue { get; init; } = true;

    /// <summary>The new value; <see langword="null"/> = blank.</summary>
    public string? NewValue { get; init; }

    /// <summary>What the line does.</summary>
    public ChangeType ChangeType { get; init; }

    /// <summary>Why the line exists, in words; or <see langword="null"/>.</summary>
    public string? Issue { get; init; }

    /// <summary>Codes of the checks, as written; or <see langword="null"/>.</summary>
    public string? CheckIds { get; init; }

    /// <summary>Id of the finding that it answers, or <see langword="null"/>.</summary>
    public string? FindingId { get; init; }

    /// <summary>The incident that it belongs to, or <see langword="null"/>.</summary>
    public string? GroupKey { get; init; }

    /// <summary>What the enumerator or respondent said, or <see langword="null"/>.</summary>
    public string? Explanation { get; init; }

    /// <summary>Whether the value is to be taken although it breaks constraint or relevance.</summary>
    public bool IsException { get; init; }

    /// <summary>Who said so: enumerator, respondent, audit, listening, desk review; or <see langword="null"/>.</summary>
    public string? Source { get; init; }

    /// <summary>Code of the person who decided, or <see langword="null"/>.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>When, ISO 8601 with offset as written, or <see langword="null"/>.</summary>
    public string? ReviewedAt { get; init; }

    /// <summary>Reason of a removal as the deletion log says it (<c>duplicate</c>), or <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The submission that stays in place of a removed duplicate, or <see langword="null"/>.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>File, sheet and row of the line; header = row 1.</summary>
    public required Location Location { get; init; }

    /// <summary>Header of each column as the log has it, by our name of the column (<c>old_value</c>): for saying where a mistake stands.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;
}
