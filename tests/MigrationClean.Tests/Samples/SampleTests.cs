using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Samples;

/// <summary>The two sample surveys: what was planted is found, and nothing else is called wrong.</summary>
public sealed class SampleTests
{
    /// <summary>Checks that judge every line of theirs today. The others' planted faults need checks still to come.</summary>
    private static readonly string[] Complete =
        ["ID-01", "ID-02", "ID-06", "ID-07", "FORM-01", "FORM-02", "FORM-03", "FORM-04", "FORM-05", "FORM-06", "FORM-07", "FORM-09", "FORM-13", "CON-01"];

    public static TheoryData<string, string> Exports => new()
    {
        { "returnees", "export.xlsx" },
        { "returnees", "export.csv" },
        { "baseline", "export.xlsx" },
        { "baseline", "export.csv" },
    };

    [Theory, MemberData(nameof(Exports))]
    public void Every_planted_fault_of_a_complete_check_is_found(string sample, string export)
    {
        var found = Validate(sample, export).Report.Findings.Select(f => (f.Check.Code, f.SubmissionId ?? "", f.Table ?? "")).ToHashSet();

        var missed = Faults(sample)
            .Where(f => f.Kind != "other side") // explains what is found at another submission
            .Where(f => Complete.Contains(f.Codes[0], StringComparer.Ordinal) && f.Codes[0] is not ("FORM-04" or "ID-07") && (f.Table.Length == 0 || export.EndsWith("xlsx", StringComparison.Ordinal)))
            .Where(f => !found.Contains((f.Codes[0], f.Submission, f.Table)))
            .Select(f => $"{f.Id} {f.Codes[0]} {f.Question}");
        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("returnees")]
    [InlineData("baseline")]
    public void Whatever_follows_from_a_planted_fault_is_found_in_the_same_submission(string sample)
    {
        var found = Validate(sample, "export.xlsx").Report.Findings.Select(f => (f.Check.Code, f.SubmissionId ?? "")).ToHashSet();

        var missed = Faults(sample)
            .SelectMany(f => f.Codes.Where(c => c is "FORM-01" or "FORM-02" or "FORM-03" or "FORM-04" or "FORM-06" or "ID-07").Select(code => (code, f.Submission, f.Id)))
            .Where(f => Complete.Contains(f.code, StringComparer.Ordinal) && !found.Contains((f.code, f.Submission)))
            .Select(f => $"{f.Id} {f.code}");
        Assert.Empty(missed);
    }

    [Theory, MemberData(nameof(Exports))]
    public void Nothing_is_called_wrong_that_was_not_planted(string sample, string export)
    {
        var planted = Faults(sample).SelectMany(f => f.Codes.Select(code => (code, f.Submission))).ToHashSet();

        // FILE findings are about the export as a whole: a KoBo CSV never holds repeats, and says so.
        var alarms = Validate(sample, export).Report.Findings
            .Where(f => f.Severity >= Severity.Warning && f.Check.Family != "FILE")
            .Where(f => !planted.Contains((f.Check.Code, f.SubmissionId ?? "")))
            .Select(f => $"{f.Check.Code} {f.Location.Sheet} {f.Location.Row} {f.Location.Column}");
        Assert.Empty(alarms);
    }

    [Theory]
    [InlineData("returnees", 1228)]
    [InlineData("baseline", 1042)]
    public void What_has_no_consent_and_what_was_sent_twice_leaves_the_published_number(string sample, int published)
    {
        var validation = Validate(sample, "export.xlsx");
        var removals = MigrationClean.Cleaning.Removals.Find(validation.Submissions, validation.Consent);

        Assert.Equal(published, validation.Submissions.Main.RowCount - removals.Length);
    }

    private static ValidateResult Validate(string sample, string export) => Pipeline.Validate(new()
    {
        Exports = [InputFile.FromPath(In(sample, export))],
        Forms = [InputFile.FromPath(In(sample, "form.xlsx"))],
    });

    private static IEnumerable<(string Id, string[] Codes, string Submission, string Table, string Question, string Kind)> Faults(string sample) =>
        GridReader.Read(InputFile.FromPath(In(sample, "faults.csv")))[0].Rows
            .Select(r => (r.Cells[0], r.Cells[1].Split(';'), r.Cells[2], r.Cells[3], r.Cells[5], r.Cells[6]));

    private static string In(string sample, string file) => Path.Combine(Repository.Root, "samples", sample, file);
}
