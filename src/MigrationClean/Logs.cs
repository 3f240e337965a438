using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Merging;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean;

/// <summary>What <see cref="Logs.New"/> is to do.</summary>
public sealed record LogNewRequest
{
    /// <summary>Inputs, forms, checks.</summary>
    public required ValidateRequest Input { get; init; }

    /// <summary>Logs of earlier days: what they decide stays, what they ask is not asked again.</summary>
    public ImmutableArray<InputFile> Earlier { get; init; } = [];

    /// <summary>Whether it has the columns of IMPACT's cleaningtools.</summary>
    public bool AsImpact { get; init; }

    /// <summary>Project and key: a lasting key makes the ids of findings its own.</summary>
    public ReleaseSettings Release { get; init; } = new();

    /// <summary>The form's language of labels; <see langword="null"/> = the reader's, else the form's default.</summary>
    public string? Labels { get; init; }

    /// <summary>Language of the texts.</summary>
    public Language Language { get; init; }
}

/// <summary>The logs' way through the program: drawn up from findings, and several put together.</summary>
public static class Logs
{
    private static readonly string Tool = $"migrationclean {typeof(Logs).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Reads, checks, and draws up a log for people to decide.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static LogFile New(LogNewRequest request, CancellationToken cancellation = default)
    {
        using var key = KeyFile.Open(request.Release);
        var earlier = ReadAll(request.Earlier);
        var findingKey = key.IsLasting ? key.FindingKey(request.Release.ProjectName) : [];
        var result = Pipeline.Validate(request.Input with { Decided = request.Earlier, FindingKey = findingKey }, cancellation);
        var submissions = result.Submissions;
        var draft = LogDraft.Of(submissions, result.Report.Findings, Removals.Find(submissions, result.Consent), new()
        {
            FindingId = finding => FindingId.Of(finding, findingKey.AsSpan()),
            Fieldwork = Fieldwork.Of(submissions, request.Input.Checks.Columns),
            Language = request.Language,
            Labels = ReaderLabels.Of(request.Labels, request.Language, submissions.Forms),
            Tool = Tool,
            AreRemoved = false,
            Checks = request.Input.Checks,
        });
        if (request.Earlier.IsEmpty) return new(draft, [], request.AsImpact) { Added = draft.Lines.Count, Found = result.Report.Findings };
        var (sheets, added) = NextDay.Of(earlier.Lines, draft, new(submissions.Forms));
        return new(sheets, earlier.Findings, request.AsImpact) { Added = added, Found = result.Report.Findings };
    }

    /// <summary>Puts several logs together: repeated lines once, in an order of their own; lines that disagree are findings.</summary>
    /// <param name="logs">The logs, of any known tool.</param>
    /// <param name="language">Language of the workbook's texts.</param>
    /// <param name="profile">Whose columns they have, where their headers do not settle it.</param>
    /// <exception cref="InputException">A file can't be read at all.</exception>
    public static LogFile Merge(ImmutableArray<InputFile> logs, Language language, string? profile = null)
    {
        var (lines, findings) = ReadAll(logs, profile);
        return new(NextDay.Of(lines, Tool, language), findings) { Added = lines.Length };
    }

    private static (ImmutableArray<MergedLine> Lines, ImmutableArray<Finding> Findings) ReadAll(ImmutableArray<InputFile> logs, string? profile = null)
    {
        var read = logs.Select(log => MergedLines.Of(LogBookReader.Read(log, new() { Profile = profile }))).ToList();
        var lines = LogMerge.Of(read.SelectMany(r => r.Lines));
        return (lines, [.. read.SelectMany(r => r.Findings).Concat(LogMerge.Conflicts(lines)).Distinct().Order(FindingOrder.Comparer)]);
    }
}
