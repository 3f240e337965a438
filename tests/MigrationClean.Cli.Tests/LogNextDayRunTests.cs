using System.Text;

namespace MigrationClean.Cli.Tests;

/// <summary>Decisions of yesterday in the runs of today: accepted findings stay quiet, rules for clean data see clean data.</summary>
public sealed class LogNextDayRunTests : IDisposable
{
    private const string Header = "entry_id,uuid,table,row_path,question,old_value,new_value,change_type,check_id\n";
    private const string Form = """
        {"survey":[{"type":"select_one yn","name":"consent","required":"yes"},{"type":"integer","name":"age","constraint":". < 120"},{"type":"integer","name":"size","constraint":". < 20"}],
        "choices":[{"list_name":"yn","name":"yes","label":"Yes"},{"list_name":"yn","name":"no","label":"No"}],"settings":[{"form_id":"f","version":"1"}]}
        """;

    private const string Export = "consent;age;size;_id;_uuid;_submission_time;_index\nyes;130;4;1;u1;2026-03-01T10:00:00;1\nyes;30;25;2;u2;2026-03-01T11:00:00;2\nyes;19;1;3;u3;2026-03-01T12:00:00;3\n";

    private readonly TemporaryFolder _folder = new();

    public LogNextDayRunTests()
    {
        File.WriteAllText(_folder.At("form.json"), Form);
        File.WriteAllText(_folder.At("export.csv"), Export);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Accepted_findings_are_not_told_again_and_findings_csv_says_so()
    {
        Write("e1,u1,,,age,130,,no_action,FORM-03\ne2,u2,,,size,25,15,change_response,FORM-03\n");

        Assert.Equal(1, (await RunAsync("validate export.csv --form form.json --select FORM-03")).Code);
        var open = await RunAsync("validate export.csv --form form.json --select FORM-03 --log log.csv -f json");
        Assert.Equal(1, open.Code);
        Assert.Single(open.Out.Split("\"code\":\"FORM-03\"")[1..]);
        Assert.Contains("1 finding accepted by the log", open.Error, StringComparison.Ordinal);

        var clean = await RunAsync("clean export.csv --form form.json --log log.csv --select FORM-03 -o out");
        Assert.Equal(0, clean.Code);
        Assert.Equal(["accepted", "resolved"], Statuses());
        Assert.DoesNotContain("pending", File.ReadAllText(_folder.At("out/restricted/cleaning-log.csv")), StringComparison.Ordinal);
        Assert.Contains("1,log,e2,FORM-03,u2,,,size,25,15,", File.ReadAllText(_folder.At("out/restricted/audit.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acceptance_lapses_when_the_answer_is_another_one_and_says_why()
    {
        Write("e1,u1,,,age,131,,no_action,FORM-03\ne2,u2,,,size,25,,,FORM-03\n");

        var clean = await RunAsync("clean export.csv --form form.json --log log.csv --select FORM-03 -o out");
        Assert.Equal(1, clean.Code);
        Assert.Equal(["open", "open"], Statuses());
        var check = await RunAsync("log check log.csv export.csv --form form.json");
        Assert.Contains("`age` has changed since it was accepted", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_check_that_was_looked_at_is_accepted()
    {
        Write("e1,u1,,,age,130,,no_action,OUT-01\n");
        Assert.Equal(1, (await RunAsync("validate export.csv --form form.json --select FORM-03 --log log.csv")).Code);
    }

    [Fact]
    public async Task All_findings_of_a_survey_can_be_accepted_by_the_log_that_was_drawn_up_of_them()
    {
        var sample = Path.Combine(Golden.RepositoryRoot, "samples", "returnees");
        string[] inputs = [Path.Combine(sample, "export.xlsx"), "--form", Path.Combine(sample, "form.xlsx"), "--no-config", "--fail-on", "warning"];
        Assert.Equal(1, (await new Run().ArgsAsync(["log", "new", .. inputs, "-o", _folder.At("new.csv")])).Code);
        var lines = File.ReadAllText(_folder.At("new.csv"));

        var table = Csv(lines);
        var type = Array.IndexOf(table[0], "change_type");
        var kept = new StringBuilder(string.Join(',', table[0])).Append('\n');
        foreach (var row in table[1..])
        {
            row[type] = "no_action";
            kept.AppendLine(string.Join(',', row.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        }

        File.WriteAllText(_folder.At("kept.csv"), kept.ToString());
        var again = await new Run().ArgsAsync(["log", "new", .. inputs, "--log", _folder.At("kept.csv"), "-o", _folder.At("second.csv")]);
        Assert.Contains($"{table.Count - 1} lines to decide, 0 of them new", again.Error, StringComparison.Ordinal);
        var check = await new Run().ArgsAsync(["log", "check", _folder.At("kept.csv"), .. inputs[..^2]]);
        Assert.Equal((0, true), (check.Code, check.Error.Contains($"{table.Count - 1} without action", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_rule_for_clean_data_is_judged_on_the_corrected_answers()
    {
        File.WriteAllText(_folder.At("rules.csv"), "id,expression,message,on,severity\nbig-raw,${size} > 20,Too many,raw,error\nbig-clean,${size} > 14,Too many,clean,error\n");
        Write("e2,u2,,,size,25,15,change_response,FORM-03\n");

        Assert.Equal(["big-raw"], Checks((await RunAsync("validate export.csv --form form.json --select LOG-01 --checks rules.csv -f json")).Out));
        var clean = await RunAsync("clean export.csv --form form.json --log log.csv --select LOG-01 --checks rules.csv -o out");
        Assert.Equal(1, clean.Code);
        Assert.Equal(["big-clean"], Csv(File.ReadAllText(_folder.At("out/restricted/findings.csv")))[1..].Where(r => r[23] != "resolved").Select(r => r[2]));
        var made = await RunAsync("log new export.csv --form form.json --select LOG-01 --checks rules.csv -o new.csv");
        Assert.Contains("1 line to decide", made.Error, StringComparison.Ordinal);
    }

    private static string[] Checks(string json) => [.. json.Split("\"check\":\"")[1..].Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Statuses() => Csv(File.ReadAllText(_folder.At("out/restricted/findings.csv")))[1..].Where(r => r[1] == "FORM-03").Select(r => r[23]).Order(StringComparer.Ordinal);

    // Quoted cells with commas and line breaks.
    private static List<string[]> Csv(string text)
    {
        var (rows, row, cell, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        foreach (var c in text)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else cell.Append(c);
        }

        return rows;
    }

    private void Write(string lines) => File.WriteAllText(_folder.At("log.csv"), Header + lines);

    private async Task<Run> RunAsync(string line)
    {
        string[] names = ["log.csv", "export.csv", "form.json", "rules.csv", "new.csv", "out"];
        string[] args = [.. line.Split(' ').Select(word => names.Contains(word) ? _folder.At(word) : word), "--no-config"];
        return await new Run().ArgsAsync(args);
    }
}
