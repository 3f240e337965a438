using System.Collections.Frozen;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Findings about the lines of a log that is applied or compared (cleaning §6.3, §6.4, §6.9).</summary>
internal static class LogFindings
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LOGF-01"] = "log-submission-unknown",
        ["LOGF-02"] = "log-submission-ambiguous",
        ["LOGF-03"] = "log-row-unknown",
        ["LOGF-04"] = "log-question-unknown",
        ["LOGF-05"] = "log-change-type",
        ["LOGF-06"] = "log-new-value",
        ["LOGF-07"] = "log-old-value",
        ["LOGF-08"] = "log-value-invalid",
        ["LOGF-09"] = "log-constraint",
        ["LOGF-10"] = "log-not-relevant",
        ["LOGF-11"] = "log-on-removed",
        ["LOGF-12"] = "log-conflict",
        ["LOGF-13"] = "log-both-removed",
        ["LOGF-16"] = "log-cell-unlogged",
        ["LOGF-17"] = "log-no-effect",
        ["LOGF-18"] = "log-other-effect",
        ["LOGF-19"] = "log-removal-unlogged",
        ["LOGF-20"] = "log-incomplete",
        ["LOGF-21"] = "log-audit-broken",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A finding about a line.</summary>
    /// <param name="key">Code, or code and variant.</param>
    /// <param name="severity">How bad.</param>
    /// <param name="entry">The line.</param>
    /// <param name="column">Our name of the column where the mistake stands.</param>
    /// <param name="arguments">The message's places.</param>
    public static Finding About(string key, Severity severity, LogEntry entry, string column, params ReadOnlySpan<FindingArgument> arguments) =>
        About(key, severity, entry.Location with { Column = entry.Headers.GetValueOrDefault(column, column) }, arguments) with
        {
            SubmissionId = entry.Submission.Length == 0 ? null : entry.Submission,
            Table = entry.Table,
            RowPath = entry.RowPath,
            Question = entry.Question.Length == 0 ? null : entry.Question,
        };

    /// <summary>An error about a line: the log is not applied.</summary>
    public static Finding Error(string key, LogEntry entry, string column, params ReadOnlySpan<FindingArgument> arguments) =>
        About(key, Severity.Error, entry, column, arguments);

    /// <summary>A finding about any place.</summary>
    public static Finding About(string key, Severity severity, Location location, params ReadOnlySpan<FindingArgument> arguments)
    {
        var (code, variant) = key.Split('/', 2) is [var c, var v] ? (c, v) : (key, null);
        return new() { Check = new(code, Names[code]), Severity = severity, Variant = variant, Location = location, Arguments = [.. arguments] };
    }
}
