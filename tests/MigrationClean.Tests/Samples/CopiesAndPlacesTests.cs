using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Samples;

/// <summary>Copied interviews, wrong places and strata off target in the two sample surveys: what was planted is found, and nothing else.</summary>
public sealed class CopiesAndPlacesTests
{
    private static readonly string[] Checks = ["DUP-01", "DUP-02", "DUP-03", "GEO-01", "GEO-02", "GEO-05", "GEO-06", "SAM-01", "SAM-02"];

    public static TheoryData<string, string> Exports => new()
    {
        { "returnees", "export.xlsx" },
        { "returnees", "export.csv" },
        { "baseline", "export.xlsx" },
        { "baseline", "export.csv" },
    };

    [Theory, MemberData(nameof(Exports))]
    public void Every_planted_one_is_found(string sample, string export)
    {
        var found = Found(sample, export);

        var missed = Faults(sample)
            .Where(f => f.Kind != "other side" && Checks.Contains(f.Codes[0], StringComparer.Ordinal) && !found.Contains((f.Codes[0], f.Submission)))
            .Select(f => $"{f.Id} {f.Codes[0]} {f.Kind}");
        Assert.Empty(missed);
    }

    [Theory, MemberData(nameof(Exports))]
    public void Nothing_else_is_called_odd_however_slightly(string sample, string export)
    {
        var planted = Faults(sample).SelectMany(f => f.Codes.Select(code => (code, f.Submission))).ToHashSet();

        Assert.Empty(Found(sample, export).Where(f => !planted.Contains(f)));
    }

    private static HashSet<(string Code, string Submission)> Found(string sample, string export)
    {
        var validation = Pipeline.Validate(new()
        {
            Checks = new() { Select = [.. Checks] },
            Exports = [InputFile.FromPath(In(sample, export))],
            Forms = [InputFile.FromPath(In(sample, "form.xlsx"))],
            Sample = File.Exists(In(sample, "sample.csv")) ? InputFile.FromPath(In(sample, "sample.csv")) : null,
        });
        return [.. validation.Report.Findings.Select(f => (f.Check.Code, f.SubmissionId ?? ""))];
    }

    private static IEnumerable<(string Id, string[] Codes, string Submission, string Kind)> Faults(string sample) =>
        GridReader.Read(InputFile.FromPath(In(sample, "faults.csv")))[0].Rows.Select(r => (r.Cells[0], r.Cells[1].Split(';'), r.Cells[2], r.Cells[6]));

    private static string In(string sample, string file) => Path.Combine(Repository.Root, "samples", sample, file);
}
