using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Ingest.Json;

public sealed class JsonReadingTests : IDisposable
{
    private const string Submissions = """
        [{"_id": 1, "_uuid": "u1", "who/sex": "f", "grp": [{"grp/name": "a", "grp/kid": [{"grp/kid/age": "3"}, {"grp/kid/age": "5"}]}, {"grp/name": "b"}],
          "_geolocation": [ 1.5, null ], "_attachments": [ { "filename": "x y.jpg" } ], "_tags": [], "grp2": []},
         {"_id": 2, "who/age": "30", "note": "сал\u0430м \"\ud83c\udfe0\"", "who/sex": null, "grp": [{"grp/kid": [{"grp/kid/age": "7"}]}], "twice": ["a", "b"]}]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"count\": 2, \"next\": null, \"previous\": null, \"results\": {0}}}")]
    [InlineData("{{\"data\": {0}, \"count\": 2}}")]
    public void Submissions_are_spread_out_into_a_main_sheet_and_one_per_repeat(string wrapping)
    {
        var export = Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, wrapping, Submissions));
        Assert.Equal(ContainerKind.Json, export.Kind);
        Assert.Equal([null, "grp", "grp/kid"], export.Sheets.Select(s => s.Name));
        var main = export.Sheets[0];
        Assert.Equal(["_id", "_uuid", "who/sex", "_geolocation", "_attachments", "_tags", "who/age", "note", "twice"], main.Headers.ToArray());
        Assert.Equal(["1", "u1", "f", "[1.5,null]", "[{\"filename\":\"x y.jpg\"}]", "[]", "", "", ""], main.Row(0));
        Assert.Equal(["2", "", "", "", "", "", "30", "салам \"🏠\"", "a b"], main.Row(1));
        Assert.Equal([["a"], ["b"], [""]], export.Sheets[1].Rows());
        Assert.Equal([0, 0, 1], export.Sheets[1].ParentRows!.Value.ToArray());
        Assert.Equal([["3"], ["5"], ["7"]], export.Sheets[2].Rows());
        Assert.Equal([0, 0, 2], export.Sheets[2].ParentRows!.Value.ToArray());
        Assert.Equal((null, "grp"), (export.Sheets[1].ParentName, export.Sheets[2].ParentName));
        var finding = Assert.Single(export.Findings);
        Assert.Equal(("FILE-07/repeated-answer", 2, "twice"), (finding.MessageKey, finding.Location.Row, finding.Question));
    }

    [Theory]
    [InlineData("FILE-02/geojson", """{"type": "FeatureCollection", "features": []}""")]
    [InlineData("FILE-02/form", """{"uid": "a", "content": {"schema": "1", "survey": []}}""")]
    [InlineData("FILE-02/form", """{"survey": [{"type": "text"}]}""")]
    [InlineData("FILE-02/json-error", """{"detail": "Authentication credentials were not provided."}""")]
    [InlineData("FILE-02/json", """[{"a": 1}]""")]
    [InlineData("FILE-02/json", """[[1]]""")]
    [InlineData("FILE-02/json", """{"a": 1}""")]
    [InlineData("FILE-04/json", """{"results": [{"_id": 1}, {"_id": """)]
    [InlineData("FILE-04/json", """[{"_id": 1}] x""")]
    [InlineData("FILE-06/decode", """[{"_id": 1, "a": "\ud800"}]""")]
    public void Other_json_is_refused_by_its_name(string key, string json) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => Read(json)).Key);

    [Fact]
    public void Page_of_more_data_is_told()
    {
        var export = Read("""{"count": 3000, "next": "https://example.org/?start=1000", "results": [{"_id": 1}]}""");
        Assert.Equal("FILE-09/page", Assert.Single(export.Findings).MessageKey);
    }

    [Fact]
    public void No_submission_is_a_sheet_without_rows() => Assert.Equal(0, Read("""{"count": 0, "results": []}""").Sheets.Single().RowCount);

    [Fact]
    public void Values_longer_than_the_buffer_are_read()
    {
        var note = new string('ө', 200_000);
        Assert.Equal(note, Read($$"""[{"_id": 1, "note": "{{note}}"}, {"_id": 2}]""").Sheets[0].Columns[1].TextAt(0));
    }

    private RawExport Read(string json) => TemporaryFolder.Export(_folder.Text("data.json", json));
}
