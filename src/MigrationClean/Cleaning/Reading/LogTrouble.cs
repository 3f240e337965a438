using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Findings about lines of a log.</summary>
internal static class LogTrouble
{
    /// <summary>The check of each code (cleaning §6.3, §6.4).</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["LOGF-05"] = "log-change-type",
        ["LOGF-06"] = "log-new-value",
        ["LOGF-07"] = "log-old-value",
        ["LOGF-08"] = "log-value-invalid",
        ["LOGF-12"] = "log-conflict",
        ["LOGF-14"] = "log-profile",
        ["LOGF-15"] = "log-others",
        ["FILE-06"] = "file-encoding",
    };

    /// <summary>A finding about a file, a sheet or a column.</summary>
    public static Finding About(string key, Severity severity, Location location, params ReadOnlySpan<FindingArgument> arguments)
    {
        var (code, variant) = key.Split('/', 2) is [var c, var v] ? (c, v) : (key, null);
        return new()
        {
            Check = new(code, Names[code]),
            Severity = severity,
            Variant = variant,
            Location = location,
            Arguments = [.. arguments],
        };
    }

    /// <summary>An error in a cell of a line.</summary>
    public static Finding Error(string key, LogLine line, string column, params ReadOnlySpan<FindingArgument> arguments) =>
        About(key, Severity.Error, line.At(column), arguments) with
        {
            SubmissionId = line.Name("uuid") is { Length: > 0 } submission ? LogEntryReader.Key(submission) : null,
            Question = line.Name("question") is { Length: > 0 } question ? question : null,
            Table = line.Name("table") is { Length: > 0 } table ? table : null,
            RowPath = line.Name("row_path") is { Length: > 0 } path ? path : null,
        };

    /// <summary>A notice about a cell of a line.</summary>
    public static Finding Notice(string key, LogLine line, string column, params ReadOnlySpan<FindingArgument> arguments) =>
        Error(key, line, column, arguments) with { Severity = Severity.Notice };
}
