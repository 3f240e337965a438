using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Which sheets of a file are the log, the others and the deletions.</summary>
internal sealed class LogSheetChoice(string file, LogOptions options)
{
    private const int MostNearest = 3;

    private readonly List<LogTable> _beside = [];
    private readonly List<(FilledSheet Sheet, ImmutableArray<LogProfile> Fits, bool IsNamed)> _logs = [];

    /// <summary>Looks at a sheet.</summary>
    /// <param name="sheet">The sheet, not empty.</param>
    /// <param name="isRead">Whether its name is not one of those that hold no decisions.</param>
    /// <param name="isNamed">Whether its name says that it is the log.</param>
    public void Add(FilledSheet sheet, bool isRead, bool isNamed)
    {
        if (!isNamed && isRead && BesideOf(sheet) is { } beside) _beside.Add(beside);
        else if (isRead || isNamed) _logs.Add((sheet, FitsOf(sheet), isNamed));
    }

    /// <summary>The sheets to read, the log's profile, and what was wrong.</summary>
    public (ImmutableArray<LogTable> Tables, LogProfile? Profile, List<Finding> Findings) Decide()
    {
        var findings = new List<Finding>();
        if (options.Profile is { } name && LogProfiles.Find(name) is null)
        {
            findings.Add(Refused("LOGF-14/name", new() { File = file }, new("profile", name), new("profiles", Names)));
            return ([], null, findings);
        }

        if (_logs.Count == 0 && _beside.Count == 0)
        {
            findings.Add(Refused("LOGF-14/empty", new() { File = file }));
            return ([], null, findings);
        }

        var fitting = _logs.Where(log => !log.Fits.IsEmpty).ToList();
        if (fitting.Count == 0)
        {
            var named = _logs.Where(log => log.IsNamed).ToList();
            if (named.Count > 0 || _beside.Count == 0) findings.AddRange((named.Count > 0 ? named : _logs.Take(1)).Select(log => NoneFits(log.Sheet)));
            findings.AddRange(_logs.Where(log => !log.IsNamed && _beside.Count > 0 && log.Sheet.Rows.Length > 0).Select(log => NotRead(log.Sheet)));
            return ([.. _beside], LogProfiles.All[0], findings);
        }

        foreach (var (sheet, fits, _) in fitting)
            if (fits.Length > 1) findings.Add(Refused("LOGF-14/two", PlaceOf(sheet), new FindingArgument("fitting", string.Join(", ", fits.Select(p => p.Name)))));

        var profile = fitting[0].Fits[0];
        var maySplit = profile.Name == "iecorrect" && fitting.All(log => log.Fits[0] == profile);
        if (fitting.Count > 1 && !maySplit)
            findings.Add(Refused("LOGF-14/several-sheets", new() { File = file }, new FindingArgument("sheets", string.Join(", ", fitting.Select(log => $"`{log.Sheet.Name}`")))));
        else if (fitting is [{ IsNamed: false, Sheet.Name: { } other }] && profile.IsOurs && _beside.Count > 0)
            findings.Add(Refused("LOGF-14/renamed", PlaceOf(fitting[0].Sheet), new FindingArgument("sheet", other)) with { Severity = Severity.Notice });

        findings.AddRange(_logs.Where(log => log.Fits.IsEmpty && log.Sheet.Rows.Length > 0).Select(log => log.IsNamed ? NoneFits(log.Sheet) : NotRead(log.Sheet)));
        return ([.. fitting.Select(log => new LogTable(LogSheetKind.Log, log.Fits[0], log.Sheet)), .. _beside], profile, findings);
    }

    private static string Names => string.Join(", ", LogProfiles.All.Select(p => p.Name));

    private static LogTable? BesideOf(FilledSheet sheet)
    {
        var others = new LogTable(LogSheetKind.Others, LogSheetProfiles.Others, sheet);
        if (LogSheetProfiles.Others.Fits(others.Present, withoutOldValues: false)) return others;
        var deletions = new LogTable(LogSheetKind.Deletions, LogSheetProfiles.Deletions, sheet);
        return LogSheetProfiles.Deletions.Fits(deletions.Present, withoutOldValues: false) ? deletions : null;
    }

    private ImmutableArray<LogProfile> FitsOf(FilledSheet sheet)
    {
        var wanted = options.Profile is { } name ? LogProfiles.Find(name) is { } one ? [one] : [] : LogProfiles.All;
        ImmutableArray<LogProfile> fits = [.. wanted.Where(p => (options.Profile is not null || !p.Forbids.Any(Columns(sheet, p).Contains)) && !p.Missing(Columns(sheet, p), options.NoOldValues).Any())];

        // A log of cleaningtools has the columns of a plain log of ours and one more.
        return fits.Length == 2 && fits[0].IsOurs && fits[1].Name == LogProfiles.Impact ? [fits[1]] : fits;
    }

    private Finding NoneFits(FilledSheet sheet)
    {
        var wanted = options.Profile is { } name ? [LogProfiles.Find(name)!] : LogProfiles.All;
        var nearest = wanted.Select(p => (p.Name, Missing: p.Missing(Columns(sheet, p), options.NoOldValues).ToList())).OrderBy(p => p.Missing.Count).Take(MostNearest)
            .Select(p => $"{p.Name}: {string.Join(", ", p.Missing)}");
        return Refused(options.Profile is null ? "LOGF-14" : "LOGF-14/missing", PlaceOf(sheet), new("missing", string.Join("; ", nearest)), new("profiles", Names));
    }

    private static Finding NotRead(FilledSheet sheet) => Refused("LOGF-14/not-read", PlaceOf(sheet), new FindingArgument("sheet", sheet.Name ?? "")) with { Severity = Severity.Notice };

    private static IReadOnlySet<string> Columns(FilledSheet sheet, LogProfile profile) => new LogTable(LogSheetKind.Log, profile, sheet).Present;

    private static Location PlaceOf(FilledSheet sheet) => new() { File = sheet.File, Sheet = sheet.Name, Row = 1 };

    private static Finding Refused(string key, Location location, params ReadOnlySpan<FindingArgument> arguments) => LogTrouble.About(key, Severity.Error, location, arguments);
}
