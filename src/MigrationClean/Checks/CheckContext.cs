using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>What a check of a whole set is given, and where it says what it could not judge.</summary>
internal sealed class CheckContext(SubmissionSet submissions, Consent consent, CheckSettings settings)
{
    private readonly List<NotJudged> _notJudged = [];
    private readonly byte[][] _naLiterals = [.. settings.NaLiterals.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The submissions.</summary>
    public SubmissionSet Submissions { get; } = submissions;

    /// <summary>The consent question and what each submission says to it.</summary>
    public Consent Consent { get; } = consent;

    /// <summary>Settings of the checks.</summary>
    public CheckSettings Settings { get; } = settings;

    /// <summary>What has not been judged so far.</summary>
    public IReadOnlyList<NotJudged> AllNotJudged => _notJudged;

    /// <summary>Says that a rule could not be judged.</summary>
    public void NotJudged(CheckId check, string? question, string reason, int submissions, params ReadOnlySpan<FindingArgument> arguments) =>
        _notJudged.Add(new(check, question, reason, submissions, [.. arguments]));

    /// <summary>Whether the settings count a text as blank.</summary>
    public bool IsNaLiteral(ReadOnlySpan<byte> text)
    {
        foreach (var literal in _naLiterals)
            if (text.SequenceEqual(literal)) return true;
        return false;
    }

    /// <summary>
    /// Whether an answer counts as blank: nothing, blanks alone (cut when a record is loaded, xlsform §9), or a text that the settings
    /// name.
    /// </summary>
    public bool IsBlank(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)].IsEmpty || IsNaLiteral(text);

    /// <summary>A finding about a cell, or about a row where <paramref name="column"/> is <see langword="null"/>.</summary>
    public Finding At(Check check, Table table, int row, TableColumn? column, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = check.Id,
        Severity = check.Severity,
        Evidence = check.Evidence,
        Location = table.LocationOf(row, column),
        SubmissionId = table.SubmissionIdOf(row),
        Table = table.Path,
        RowPath = table.RowPathOf(row),
        Question = column?.Question?.Name,
        Path = column?.Question is { } question ? table.PathOf(row, question, Submissions.FormOf(table, row)) : null,
        Value = column?.Value.TextAt(row),
        Arguments = [.. arguments],
    };
}
