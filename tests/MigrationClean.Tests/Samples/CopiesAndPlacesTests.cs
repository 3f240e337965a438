using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Submissions;
using MigrationClean.Tests.Architecture;
using MigrationClean.Tests.Ingest;

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

        Assert.Empty(Found(sample, export).Except(planted));
    }

    [Theory, InlineData("returnees"), InlineData("baseline")]
    public void Points_outside_their_region_are_called_wrong_and_no_others(string sample)
    {
        string[] codes = ["GEO-03"];
        var planted = Faults(sample).Where(f => f.Kind != "other side" && f.Codes.Contains("GEO-03", StringComparer.Ordinal)).ToList();
        var submissions = Pipeline.Read(RequestOf(sample, "export.xlsx", codes));
        using var folder = new TemporaryFolder();
        var area = folder.Text("area.geojson", AreaOf(submissions, [.. planted.Select(f => f.Submission)])).FullPath!;
        var request = RequestOf(sample, "export.xlsx", codes);
        var options = new CheckOptions
        {
            Parameters = new Dictionary<string, ImmutableArray<string>> { ["area"] = [area], ["property"] = ["region"] }.ToFrozenDictionary(),
        };
        var found = Pipeline.Validate(request with { Checks = request.Checks with { Options = new Dictionary<string, CheckOptions> { ["GEO-03"] = options }.ToFrozenDictionary() } })
            .Report.Findings.Select(f => f.SubmissionId).ToHashSet();

        // A zero point is GEO-01's; a place chosen wrongly within one region stays inside it.
        Assert.Empty(found.Except(planted.Select(f => f.Submission)));
        Assert.Empty(planted.Where(f => f.Kind is "outside the country" or "latitude and longitude exchanged").Select(f => f.Submission).Except(found));
        Assert.NotEmpty(found);
    }

    // Each region is squares of about a kilometre around the points that nobody moved.
    private static string AreaOf(SubmissionSet submissions, HashSet<string> moved)
    {
        var main = submissions.Main;
        var (points, regions) = (main.Find("gps")!.Value, main.Find("region")!.Value);
        var rows = Enumerable.Range(0, main.RowCount).Where(r => points.CodeAt(r) != 0 && !moved.Contains(main.SubmissionIdOf(r) ?? ""));
        var squares = rows.GroupBy(regions.TextAt, StringComparer.Ordinal).Select(g => (Region: g.Key, Squares: g.Select(r => Square(points.TextAt(r)))));
        var features = squares.Select(s =>
            $"{{\"type\":\"Feature\",\"properties\":{{\"region\":\"{s.Region}\"}},\"geometry\":{{\"type\":\"MultiPolygon\",\"coordinates\":[{string.Join(',', s.Squares)}]}}}}");
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}";
    }

    private static string Square(string point)
    {
        var numbers = point.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var corners = new[] { (-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1) }.Select(c =>
            string.Create(CultureInfo.InvariantCulture, $"[{numbers[1] + (0.005 * c.Item1)},{numbers[0] + (0.005 * c.Item2)}]"));
        return $"[[{string.Join(',', corners)}]]";
    }

    private static ValidateRequest RequestOf(string sample, string export, params string[] checks) => new()
    {
        Checks = new() { Select = [.. checks] },
        Exports = [InputFile.FromPath(In(sample, export))],
        Forms = [InputFile.FromPath(In(sample, "form.xlsx"))],
        Sample = File.Exists(In(sample, "sample.csv")) ? InputFile.FromPath(In(sample, "sample.csv")) : null,
    };

    private static HashSet<(string Code, string Submission)> Found(string sample, string export)
    {
        var validation = Pipeline.Validate(RequestOf(sample, export, Checks));
        return [.. validation.Report.Findings.Select(f => (f.Check.Code, f.SubmissionId ?? ""))];
    }

    private static IEnumerable<(string Id, string[] Codes, string Submission, string Kind)> Faults(string sample) =>
        GridReader.Read(InputFile.FromPath(In(sample, "faults.csv")))[0].Rows.Select(r => (r.Cells[0], r.Cells[1].Split(';'), r.Cells[2], r.Cells[6]));

    private static string In(string sample, string file) => Path.Combine(Repository.Root, "samples", sample, file);
}
