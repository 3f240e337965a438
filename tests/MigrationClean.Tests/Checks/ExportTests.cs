using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Checks;
using MigrationClean.Checks.Answers;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Checks;

/// <summary>The checks on exports that were read and aligned as in a run.</summary>
public sealed class ExportTests
{
    private const string FormRows =
        """
        {"survey":[
          {"type":"select_one yn","name":"consent","label::English":"Do you consent?","required":"yes"},
          {"type":"integer","name":"age","label::English":"Age","required":"yes"},
          {"type":"date","name":"arrived","label::English":"Arrived"},
          {"type":"select_multiple needs","name":"needs","label::English":"Needs"}],
        "choices":[
          {"list_name":"yn","name":"yes","label::English":"Yes"},{"list_name":"yn","name":"no","label::English":"No"},
          {"list_name":"needs","name":"water","label::English":"Water"},{"list_name":"needs","name":"food","label::English":"Food"}],
        "settings":[{"version":"1"}]}
        """;

    private const string Header = "consent;age;arrived;needs;needs/water;needs/food;_id;_uuid;_submission_time;__version__;meta/rootUuid;_index\n";

    [Fact]
    public void An_export_with_faults_gives_their_findings_at_the_places_the_spreadsheet_shows()
    {
        var findings = Find(Header + Row(1, "yes;34;2024-02-28;water food;1;1") + Row(2, "yes;;2024-02-30;water;1;1") + Row(3, "no;40;;;;")
            + Row(4, "yes;3,5;;milk;0;0") + Row(4, "yes;3,5;;milk;0;0"));
        Assert.Equal(
            """
            3 age FORM-02
            3 arrived FORM-09
            3 needs FORM-07
            4 age CON-01/answers-after-refusal
            4 consent CON-01
            5 age FORM-09
            5 meta/rootUuid ID-02/identical
            5 needs FORM-05
            6 age FORM-09
            6 meta/rootUuid ID-02/identical
            6 needs FORM-05
            """,
            findings);
    }

    [Fact]
    public void A_sound_export_gives_no_finding() =>
        Assert.Equal("", Find(Header + Row(1, "yes;34;2024-02-28;water food;1;1") + Row(2, "yes;7;;;;")));

    [Fact]
    public void Every_row_that_holds_a_wrong_answer_is_found_and_no_other() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
    {
        string[] answers = ["7", "x", "", "3.5", "-2", "1 e", "8.0"];
        var cells = numbers.Select(n => answers[(int)((uint)n % answers.Length)]).ToList();
        var table = new CaseTable(["age"], [.. cells.Select(c => new[] { c })]);
        var survey = new CaseTable(["type", "name", "label"], [["integer", "age", "Age"]]);
        var file = new CaseFile("", new Dictionary<string, CaseTable> { ["survey"] = survey, ["data"] = table });
        var found = Checker.Run(CaseSurvey.Submissions(file), new() { Select = ["FORM-09"] }).Findings.Select(f => f.Location.Row!.Value);
        var wrong = cells.Select((c, i) => (c, i)).Where(x => x.c.Length > 0 && !NumberText.IsInteger(Encoding.UTF8.GetBytes(x.c))).Select(x => x.i + 2);
        return found.SequenceEqual(wrong);
    }).QuickCheckThrowOnFailure();

    private static string Row(int number, string answers)
    {
        var uuid = $"00000000-0000-4000-8000-{number:000000000000}";
        return $"{answers};{number};{uuid};2024-03-0{number}T10:00:00;1;uuid:{uuid};{number}\n";
    }

    private static string Find(string csv)
    {
        var export = ExportReader.Read(InputFile.FromStream("may.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(csv))), new() { Threads = 1 });
        var form = FormReader.Read(InputFile.FromStream("form.json", () => new MemoryStream(Encoding.UTF8.GetBytes(FormRows))));
        var report = Checker.Run(SubmissionReader.Read([export], [form]), new());
        return string.Join('\n', report.Findings.Select(f => $"{f.Location.Row} {f.Location.Column} {f.MessageKey}"));
    }
}
