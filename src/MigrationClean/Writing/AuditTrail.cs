using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Audit;

namespace MigrationClean.Writing;

/// <summary>What the head and the end of the audit trail say: plain hashes, which are for the owner alone.</summary>
internal sealed record AuditHead
{
    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    /// <summary>SHA-256 of exports, forms, logs, plan and settings, by id in the manifest.</summary>
    public ImmutableArray<(string Id, string Sha256)> Inputs { get; init; } = [];

    /// <summary>Options that bear on the result, as they hold.</summary>
    public ImmutableArray<(string Name, string Value)> Options { get; init; } = [];

    /// <summary>The instant of <c>--now</c> in ISO 8601, or "".</summary>
    public string At { get; init; } = "";
}

/// <summary>
/// Writes <c>restricted/audit.jsonl</c>: what the log changed, what was removed, what was done to columns, never a value that anonymisation changed
/// (cleaning §7).
/// </summary>
internal static class AuditTrail
{
    /// <summary>The trail of a run.</summary>
    /// <param name="head">The head.</param>
    /// <param name="events">What the log did, its removals among it.</param>
    /// <param name="removals">What was removed; those that the log decided are among <paramref name="events"/>.</param>
    /// <param name="treatments">What was done to each column; never a value.</param>
    /// <param name="files">SHA-256 by path of the files written.</param>
    /// <param name="stream">Where to; UTF-8, LF.</param>
    /// <returns>The hash of the last line.</returns>
    public static string Write(
        AuditHead head, IEnumerable<AuditEvent> events, IEnumerable<Removal> removals, IEnumerable<ColumnTreatment> treatments, IEnumerable<(string Path, string Sha256)> files, Stream stream)
    {
        var chain = new AuditChain(
            stream,
            new(StringComparer.Ordinal) { ["format"] = "1", ["tool"] = head.Tool },
            new(StringComparer.Ordinal) { ["inputs"] = Sorted(head.Inputs), ["options"] = Sorted(head.Options) });
        foreach (var facts in Facts(head.At, events, removals, treatments)) chain.Add(facts);
        chain.End(head.At, Sorted(files));
        return chain.Last;
    }

    /// <summary>The members of each event, in the order of the trail.</summary>
    public static IEnumerable<SortedDictionary<string, string>> Facts(string at, IEnumerable<AuditEvent> events, IEnumerable<Removal> removals, IEnumerable<ColumnTreatment> treatments)
    {
        foreach (var one in events) yield return one.Facts();
        foreach (var removal in removals.Where(r => r.Entry is null).OrderBy(r => r.Row))
        {
            yield return new AuditEvent
            {
                Cause = "removed",
                CheckIds = removal.CheckCodes,
                Uuid = removal.SubmissionId ?? "",
                Reason = DeletionLog.Word(removal.Reason),
                At = at,
            }.Facts();
        }

        foreach (var treatment in treatments) yield return FactsOf(treatment, at);
    }

    private static SortedDictionary<string, string> FactsOf(ColumnTreatment treatment, string at) => new(StringComparer.Ordinal)
    {
        ["at"] = at,
        ["blanked"] = treatment.Blanked.ToString(CultureInfo.InvariantCulture),
        ["cause"] = "anonymised",
        ["method"] = treatment.Method,
        ["parameters"] = treatment.Parameters,
        ["question"] = treatment.Column,
        ["table"] = treatment.Table ?? "",
    };

    private static SortedDictionary<string, string> Sorted(IEnumerable<(string Name, string Value)> texts)
    {
        SortedDictionary<string, string> sorted = new(StringComparer.Ordinal);
        foreach (var (name, value) in texts) sorted[name] = value;
        return sorted;
    }
}
