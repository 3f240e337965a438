using System.Text;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Reporting;
using MigrationClean.Tests.Checks;

namespace MigrationClean.Tests.Reporting;

/// <summary>Reports of cases, for tests.</summary>
internal static class Reports
{
    /// <summary>A case with an answer that must not be shown.</summary>
    public const string Misspelt = "choice-not-in-list: a misspelt choice";

    /// <summary>What <c>validate</c> gives for a case.</summary>
    public static ValidateResult Of(string name)
    {
        var file = CaseFile.Load("checks", name);
        var (submissions, settings) = (CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
        return new(submissions, Consent.Find(submissions, settings.Consent), Checker.Run(submissions, settings));
    }

    /// <summary>The same with one finding as often as asked, in rows 2 and on.</summary>
    public static ValidateResult Many(int findings, Func<int, Finding, Finding>? change = null)
    {
        var result = Of(Misspelt);
        var one = result.Report.Findings[0];
        return result with
        {
            Report = result.Report with
            {
                Findings = [.. Enumerable.Range(0, findings).Select(i => (change ?? ((_, f) => f))(i, one with { Location = one.Location with { Row = i + 2 } }))],
            },
        };
    }

    /// <summary>A report as text.</summary>
    public static string Write(string format, ValidateResult result, bool showValues = false, Language language = Language.English, Severity? failOn = Severity.Error)
    {
        using var stream = new MemoryStream();
        ValidateReport.Write(format, result, new() { ToolVersion = "1.0.0", ShowValues = showValues, Language = language, FailOn = failOn }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
