using System.Text.Json;

namespace MigrationClean.Cli.Tests;

/// <summary><c>log check</c>, <c>log apply</c> and <c>clean --log</c> as people run them.</summary>
public sealed class LogApplyRunTests : IDisposable
{
    private const string Header = "entry_id,uuid,table,row_path,question,old_value,new_value,change_type,explanation,reviewed_by,reviewed_at\n";
    private const string Form = """
        {"survey":[{"type":"select_one yn","name":"consent","required":"yes"},{"type":"integer","name":"age","constraint":". < 120"},{"type":"calculate","name":"adult","calculation":"if(${age} >= 18, 1, 0)"},
        {"type":"text","name":"work","relevant":"${adult} = 1"}],
        "choices":[{"list_name":"yn","name":"yes","label":"Yes"},{"list_name":"yn","name":"no","label":"No"}],"settings":[{"form_id":"f","version":"1"}]}
        """;

    private const string Export = "consent;age;adult;work;_id;_uuid;_submission_time;_index\r\nyes;34;1;\"sews; mends\";1;u1;2026-03-01T10:00:00;1\r\nyes;007;0;;2;u2;2026-03-01T11:00:00;2\r\nyes;19;1;none;3;u3;2026-03-01T12:00:00;3\r\n";

    private readonly TemporaryFolder _folder = new();

    public LogApplyRunTests()
    {
        File.WriteAllText(_folder.At("form.json"), Form);
        File.WriteAllText(_folder.At("export.csv"), Export);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_log_gives_a_corrected_copy_and_the_trail_leads_back_to_the_same_bytes()
    {
        Write("log.csv", "e1,u1,,,age,34,14,change_response,typed wrongly,DM,2026-03-02T10:00:00+06:00\ne2,u2,,,age,7,8,change_response,,DM,2026-03-02T10:00:00+06:00\n");

        var applied = await RunAsync("log apply log.csv export.csv --form form.json -o corrected.csv");
        Assert.Equal((0, ""), (applied.Code, applied.Out));
        Assert.Equal(Export.Replace("yes;34;1;\"sews; mends\"", "yes;14;0;").Replace("007", "8"), Read("corrected.csv"));

        var undone = await RunAsync("log apply --undo corrected.audit.jsonl corrected.csv --form form.json -o raw.csv");
        Assert.Equal(0, undone.Code);
        Assert.Equal(Export, Read("raw.csv").Replace(";sews; mends;", ";\"sews; mends\";"));

        var again = await RunAsync("log apply log.csv export.csv --form form.json -o again.csv");
        Assert.Equal(0, again.Code);
        Assert.Equal(Read("corrected.csv"), Read("again.csv"));
        Assert.Equal(Read("corrected.audit.jsonl").Replace("corrected.csv", "x"), Read("again.audit.jsonl").Replace("again.csv", "x"), CompareUpToTheEnd);
    }

    [Fact]
    public async Task A_refused_log_writes_nothing_and_tells_every_line()
    {
        Write("log.csv", "e1,u1,,,age,33,14,change_response,,,\ne2,u9,,,age,7,8,change_response,,,\ne3,u3,,,age,19,130,change_response,,,\n");

        var check = await RunAsync("log check log.csv export.csv --form form.json -f json");
        Assert.Equal(1, check.Code);
        var report = JsonDocument.Parse(check.Out).RootElement;
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal(["LOGF-07", "LOGF-01", "LOGF-09"], report.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("findings")[0].GetProperty("arguments").GetProperty("data").ValueKind);

        foreach (var line in (string[])["log apply log.csv export.csv --form form.json -o corrected.csv", "clean export.csv --form form.json --log log.csv -o out"])
        {
            var refused = await RunAsync(line);
            Assert.Equal((2, ""), (refused.Code, refused.Out));
            Assert.Equal(3, refused.Error.Split("error[LOGF-").Length - 1);
        }

        Assert.Equal(["export.csv", "form.json", "log.csv"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Clean_applies_the_log_on_its_way_and_keeps_its_lines()
    {
        Write("log.csv", "e1,u1,,,age,34,35,change_response,,DM,2026-03-02T10:00:00+06:00\ne2,u3,,,,,,remove_survey,a test,DM,2026-03-02T10:00:00+06:00\n");

        var run = await RunAsync("clean export.csv --form form.json --log log.csv -o out --fail-on never");
        Assert.Equal(0, run.Code);
        Assert.Contains("3 submissions = 2 released + 1 removed", run.Error, StringComparison.Ordinal);
        Assert.Contains("e1,u1,,,age,,34,35,change_response", Read("out/restricted/cleaning-log.csv"), StringComparison.Ordinal);
        Assert.Contains(",applied", Read("out/restricted/cleaning-log.csv"), StringComparison.Ordinal);
        Assert.Contains("\"question\":\"age\"", Read("out/restricted/audit.jsonl"), StringComparison.Ordinal);

        var intact = await RunAsync("validate out");
        Assert.Equal(0, intact.Code);
    }

    [Fact]
    public async Task A_colleagues_file_and_a_damaged_trail_are_seen()
    {
        Write("log.csv", "e1,u1,,,age,34,35,change_response,,DM,2026-03-02T10:00:00+06:00\n");
        await RunAsync("log apply log.csv export.csv --form form.json -o corrected.csv");
        File.WriteAllText(_folder.At("colleague.csv"), Export.Replace(";19;", ";20;"));
        File.WriteAllText(_folder.At("damaged.jsonl"), Read("corrected.audit.jsonl").Replace("\"new\":\"35\"", "\"new\":\"36\""));

        var check = await RunAsync("log check log.csv export.csv --form form.json --cleaned colleague.csv --audit damaged.jsonl -f json");
        Assert.Equal(1, check.Code);
        var codes = JsonDocument.Parse(check.Out).RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString());
        Assert.Equal(["LOGF-16", "LOGF-17", "LOGF-21"], codes.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await RunAsync("log check log.csv export.csv --form form.json --cleaned corrected.csv --audit corrected.audit.jsonl")).Code);
        Assert.Equal(2, (await RunAsync("log apply --undo damaged.jsonl corrected.csv --form form.json -o raw.csv")).Code);
    }

    private static bool CompareUpToTheEnd(string one, string other) => one.Split('\n').SkipLast(2).SequenceEqual(other.Split('\n').SkipLast(2));

    private void Write(string name, string lines) => File.WriteAllText(_folder.At(name), Header + lines);

    private string Read(string name) => File.ReadAllText(_folder.At(name));

    private async Task<Run> RunAsync(string line)
    {
        string[] names = ["log.csv", "export.csv", "form.json", "corrected.csv", "corrected.audit.jsonl", "raw.csv", "again.csv", "colleague.csv", "damaged.jsonl", "out"];
        string[] args = [.. line.Split(' ').Select(word => names.Contains(word) ? _folder.At(word) : word), "--no-config"];
        return await new Run().ArgsAsync(args);
    }
}
