using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean;

/// <summary>What cleaning logs make of submissions: read, applied as a whole or not at all, and judged by what they resolve and bring in.</summary>
internal sealed class Corrections
{
    private readonly ImmutableArray<Finding> _before;

    private FactChanges? _facts;

    private Corrections(LogOutcome outcome, ImmutableArray<Finding> before) => (Outcome, _before) = (outcome, before);

    /// <summary>What the logs do; without any, nothing.</summary>
    public LogOutcome Outcome { get; }

    /// <summary>Whether there is a log at all.</summary>
    public bool HasLog => !Outcome.Logs.IsEmpty;

    /// <summary>The submissions as they go on: corrected, the removed ones still among them.</summary>
    public SubmissionSet Submissions => Outcome.Corrected;

    /// <summary>The submissions that are checked: without the removed ones.</summary>
    public SubmissionSet Checked => Outcome.Kept;

    /// <summary>Reads the logs and applies them. Whether they are refused is for the caller to see.</summary>
    /// <exception cref="InputException">A log can't be read at all.</exception>
    public static Corrections Of(ValidateRequest request, LogRequest log, SubmissionSet raw, CancellationToken cancellation)
    {
        var logs = log.Logs.Select(file => LogReader.Read(file, log.Options, raw.Forms, request.Reading.Encoding)).ToImmutableArray();
        var options = log.Options with { RemovedBefore = log.DeletionLogs.Aggregate(log.Options.RemovedBefore, (ids, file) => ids.Union(LogReader.RemovedIn(file))) };
        if (log.Withdrawn is not { } file) return Of(request, logs, options, raw, cancellation);

        // Who withdrew need not be in this export.
        var withdrawn = WithdrawnList.Read(file);
        return Of(request, logs.Add(withdrawn), options with { RemovedBefore = options.RemovedBefore.Union(withdrawn.Entries.Select(e => e.Submission)) }, raw, cancellation);
    }

    /// <summary>Applies logs that were read.</summary>
    public static Corrections Of(ValidateRequest request, ImmutableArray<ReadLog> logs, LogOptions options, SubmissionSet raw, CancellationToken cancellation)
    {
        ImmutableArray<Finding> before = logs.IsEmpty ? [] : Pipeline.Check(FactsOf(request, logs), raw, new(), cancellation).Report.Findings;
        var outcome = LogApplier.Apply(raw, logs, options, request.Checks, before, cancellation);
        if (!outcome.IsRefused) Reconciliation.Check(outcome);
        return new(outcome, before);
    }

    /// <summary>The refusal of a log with every line that is wrong; <see langword="null"/> if it is not refused.</summary>
    public InputException? Refusal(bool showValues)
    {
        InputException[] all = [.. Outcome.Findings.Where(f => f.Severity == Severity.Error).Select(f => RefusalOf(f, showValues))];
        return all.Length == 0 ? null : new(all[0].Key, all[0].Location, all[0].Arguments) { Others = [.. all.Skip(1)] };
    }

    /// <summary>What checks say of the corrected data, with what the log brought in as errors and what it leaves open.</summary>
    /// <param name="after">The report on <see cref="Checked"/>.</param>
    /// <param name="options">Whether new contradictions are a refusal.</param>
    /// <param name="findingId">The id of a finding.</param>
    /// <exception cref="InputException">The log brings in facts, and that is to be a refusal.</exception>
    public CheckReport Judge(CheckReport after, LogOptions options, Func<Finding, string> findingId)
    {
        if (!HasLog) return after;
        var all = after with { Findings = [.. after.Findings.Concat(Outcome.Consequences).Order(FindingOrder.Comparer)], Submissions = Outcome.Raw.Main.RowCount };
        _facts = FactChanges.Of(_before.Concat(Outcome.Consequences), all);
        if (options.RefuseIntroduced && !_facts.Introduced.IsEmpty) throw IntroducedRefusal(_facts.Introduced);
        return FindingStatuses.Of(Outcome.Raw, Outcome.Logs, options).Judge(_facts.Report, findingId, _facts.Introduced);
    }

    /// <summary>The submissions that leave: those that the log removes, and of the others those that rules remove.</summary>
    /// <param name="settings">The consent question.</param>
    public ImmutableArray<Removal> Removals(ConsentSettings settings)
    {
        var rules = Cleaning.Removals.Find(Checked, Consent.Find(Checked, settings));
        if (Outcome.KeptRows is not { } rows) return rules;
        var main = Submissions.Main;
        var byId = Fieldwork.RowsOf(main);
        var ofLog = Outcome.Removals.Submissions.Select(r => new Removal(r.Key, main.SubmissionIdOf(r.Key), RemovalReasons.Of(r.Value.Entry).Reason, r.Value.Entry.CheckIds ?? "")
        {
            Entry = r.Value.Entry,
            ReplacedBy = r.Value.Entry.ReplacedBy is { } stays ? byId.GetValueOrDefault(SubmissionKeys.Normal(stays), -1) : -1,
        });
        return [.. rules.Select(r => r with { Row = rows[r.Row], ReplacedBy = r.ReplacedBy < 0 ? -1 : rows[r.ReplacedBy] }).Concat(ofLog).OrderBy(r => r.Row)];
    }

    /// <summary>What the logs do, in numbers and findings, and once it was checked what that resolved and brought in.</summary>
    public LogReport Report() => new()
    {
        Resolved = _facts?.Resolved ?? 0,
        Remaining = _facts?.Remaining ?? 0,
        Introduced = _facts?.Introduced ?? [],
        Log = string.Join(", ", Outcome.Logs.Select(l => l.File)),
        Profile = Outcome.Logs.Select(l => l.Profile).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } profiles ? string.Join(", ", profiles) : null,
        Lines = Outcome.Lines.Length,
        ToApply = Outcome.Count(LineStatus.Applied),
        AlreadyApplied = Outcome.Count(LineStatus.AlreadyApplied),
        NoAction = Outcome.Count(LineStatus.NoAction),
        Pending = Outcome.Count(LineStatus.Pending),
        Repeated = Outcome.Count(LineStatus.Repeated),
        Cells = Outcome.Cells.Length,
        RemovedSubmissions = Outcome.Removals.Submissions.Count,
        RemovedRows = Outcome.Removals.Rows.Count,
        Findings = Outcome.Findings,
        Consequences = Outcome.Consequences,
    };

    /// <summary>The checks whose findings rest on facts, with the rules for corrected data, and where two submissions may go those that name another one.</summary>
    public static ValidateRequest FactsOf(ValidateRequest request, ImmutableArray<ReadLog> logs)
    {
        var selection = CheckSelection.Of(request.Checks);
        var removes = logs.Sum(l => l.Entries.Count(e => e.ChangeType == ChangeType.RemoveSurvey)) > 1;
        var checks = AllChecks.List.Where(c => selection.Includes(c.Id) && (c.Evidence == Evidence.Fact || (removes && c.Id.Family == "DUP")));
        return request with { Checks = request.Checks with { Moment = RuleMoment.Clean, Select = [.. checks.Select(c => c.Id.Code)] } };
    }

    private static InputException IntroducedRefusal(ImmutableArray<Finding> introduced)
    {
        InputException[] all = [.. introduced.Select(f => new InputException("LOGF-22", f.Location, new("code", f.Check.Code), new("question", f.Question ?? "")))];
        return new(all[0].Key, all[0].Location, all[0].Arguments) { Others = [.. all.Skip(1)] };
    }

    // Refusals stand on standard error: values only where somebody asked for them.
    private static InputException RefusalOf(Finding finding, bool showValues) => new(
        finding.MessageKey,
        finding.Location,
        [.. finding.Arguments.Select(a => a.Sensitive && !showValues ? new FindingArgument(a.Name, Messages.Hidden) : new FindingArgument(a.Name, a.Value))]);
}
