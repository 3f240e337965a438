using System.Collections.Immutable;

namespace MigrationClean.Reporting;

/// <summary>The formats of the reports of <c>validate</c> and <c>lint</c>. A new one is one line here and one file.</summary>
public static class ReportFormats
{
    internal static readonly ImmutableArray<IReportFormat> All =
    [
        new TextReport(),
        new JsonReport(),
        new SarifReport(),
        new JunitReport(),
        new GithubReport(),
    ];

    /// <summary>Their names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(f => f.Name)];
}
