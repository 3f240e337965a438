using System.Text;
using MigrationClean.Cli.Tests.Logs;

namespace MigrationClean.Cli.Tests;

/// <summary>Logs as they come back from the field and the office: each mistake has a sentence for its line, and nothing is applied unless all can be.</summary>
public sealed class BadLogRunTests : IDisposable
{
    private const string Ours = "entry_id,uuid,table,row_path,question,old_value,new_value,change_type\n";
    private const string Form = """
        {"survey":[{"type":"select_one yn","name":"consent","required":"yes"},{"type":"integer","name":"age","constraint":". < 120"},{"type":"decimal","name":"wage"},
        {"type":"date","name":"born"},{"type":"text","name":"phone"},{"type":"select_multiple need","name":"need"}],
        "choices":[{"list_name":"yn","name":"yes","label":"Yes"},{"list_name":"yn","name":"no","label":"No"},{"list_name":"need","name":"food","label":"Food"},{"list_name":"need","name":"cash","label":"Cash"}],
        "settings":[{"form_id":"f","version":"1"}]}
        """;

    private const string Export = """
        consent,age,wage,born,phone,need,need/food,need/cash,_id,_uuid,_submission_time,_index
        yes,34,89.43,1990-05-01,0700111222,food,1,0,1,0f1d4a52-7c1e-4a51-9d6b-2f0000000001,2026-03-01T10:00:00,1
        yes,7,12,1985-02-03,0700333444,cash,0,1,2,0f1d4a52-7c1e-4a51-9d6b-2f0000000002,2026-03-01T11:00:00,2

        """;

    private const string U1 = "0f1d4a52-7c1e-4a51-9d6b-2f0000000001";
    private const string U2 = "0f1d4a52-7c1e-4a51-9d6b-2f0000000002";

    /// <summary>A mistake: what it is called, and the log. Good lines beside the bad one show that nothing is applied.</summary>
    private static readonly (string Name, string Text)[] Mistakes =
    [
        ("another-export", $"{Ours}a,9b7c0000-1111-4a51-9d6b-2f0000000001,,,age,34,35,change_response\nb,{U1[..30]},,,age,34,35,change_response\n"),
        ("changed-old-values", $"{Ours}a,{U1},,,age,33,35,change_response\nb,{U1},,,phone,700111222,0700111223,change_response\nc,{U2},,,need,food,food cash,change_response\nd,{U2},,,wage,,13,change_response\n"),
        ("unknown-question", $"{Ours}a,{U1},,,aeg,34,35,change_response\nb,{U1},,,income,34,35,change_response\nc,{U2},,,_id,2,3,change_response\n"),
        ("unknown-choice", $"{Ours}a,{U1},,,consent,yes,nо,change_response\nb,{U1},,,consent,yes,No,change_response\nc,{U1},,,need,food,food csh,change_response\nd,{U2},,,need/water,0,1,change_response\ne,{U2},,,need,cash,fod,change_response\n"),
        ("day-number", $"{Ours}a,{U1},,,born,1990-05-01,33000,change_response\nb,{U2},,,born,31081,1985-02-04,change_response\n"),
        ("column-deleted", $"uuid,question,new_value,change_type\n{U1},age,35,change_response\n"),
        ("not-possible", $"{Ours}a,{U1},,,age,34,135,change_response\nb,{U2},,,age,7,7.5,change_response\nc,{U2},,,wage,12,much,change_response\n"),
        ("two-decisions", $"{Ours}a,{U1},,,age,34,35,change_response\nb,{U2},,,age,7,8,change_response\nc,{U1},,,age,34,36,change_response\nd,{U2},,,age,7,,no_action\n"),
        ("words", $"{Ours}a,{U1},,,age,34,35,chnage_response\nb,{U1},,,wage,89.43,90,\nc,{U2},,,age,7,,change_response\n"),
        ("repeat-not-there", $"{Ours}a,{U1},member,1,age,34,35,change_response\n"),
    ];

    private readonly TemporaryFolder _folder = new();

    public BadLogRunTests()
    {
        File.WriteAllText(_folder.At("form.json"), Form);
        File.WriteAllText(_folder.At("export.csv"), Export);
    }

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("en"), InlineData("ru")]
    public async Task Each_mistake_has_its_sentence_and_nothing_is_applied(string language)
    {
        var told = new StringBuilder();
        foreach (var (name, text) in Mistakes)
        {
            await File.WriteAllTextAsync(_folder.At($"{name}.csv"), text);
            MadeWorkbook.Write(_folder.At($"{name}.xlsx"), "cleaning_log", text);
            foreach (var file in (string[])[$"{name}.csv", $"{name}.xlsx"]) told.Append(await RefusedAsync(file, language));
        }

        Golden.Verify($"log-bad-input.{language}", told.ToString());
    }

    [Theory, InlineData("en"), InlineData("ru")]
    public async Task Workbooks_that_were_spoilt_are_told(string language)
    {
        var good = $"{Ours}a,{U1},,,age,34,35,change_response\n";
        MadeWorkbook.Write(_folder.At("merged-cells.xlsx"), "cleaning_log", good + $"b,{U2},,,age,7,8,change_response\n", merged: "G2:G3");
        MadeWorkbook.Write(_folder.At("day-cell.xlsx"), "cleaning_log", $"{Ours}a,{U1},,,born,1990-05-01,33000,change_response\nb,{U1},,,phone,0700111222,700111223,change_response\n", numbers: true);
        MadeWorkbook.Write(_folder.At("no-log.xlsx"), "Sheet1", "name,place\na,b\n");
        var told = new StringBuilder();
        foreach (var file in (string[])["merged-cells.xlsx", "day-cell.xlsx", "no-log.xlsx"]) told.Append(await RefusedAsync(file, language));
        Golden.Verify($"log-bad-workbooks.{language}", told.ToString());
    }

    [Fact]
    public async Task A_log_that_excel_saved_in_russian_is_applied()
    {
        var text = $"entry_id;uuid;table;row_path;question;old_value;new_value;change_type;explanation\r\na;{U1};;;wage;89,43;90,5;изменить;ошибка ввода\r\nb;{U1};;;need/cash;ЛОЖЬ;ИСТИНА;изменить;\r\nc;{U1};;;born;01.05.1990;02.05.1990;исправить;\r\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await File.WriteAllBytesAsync(_folder.At("log.csv"), Encoding.GetEncoding(1251).GetBytes(text));

        var run = await ApplyAsync("log.csv", "ru");
        Assert.Equal(0, run.Code);
        Assert.Contains("yes,34,90.5,1990-05-02,0700111222,food cash,1,1,", await File.ReadAllTextAsync(_folder.At("corrected.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_libreoffice_saved_is_applied_and_a_sheet_with_another_name_is_found()
    {
        MadeWorkbook.Write(_folder.At("log.xlsx"), "Лист1", $"{Ours}a,{U1},,,age,34,35,change_response\nb,{U2},,,wage,12,13.5,change_response\nc,{U2},,,need/food,0,1,change_response\n", numbers: true);

        var run = await ApplyAsync("log.xlsx", "en");
        Assert.Equal((0, ""), (run.Code, run.Code == 0 ? "" : run.Error));
        var corrected = await File.ReadAllTextAsync(_folder.At("corrected.csv"));
        Assert.Contains("yes,35,89.43,", corrected, StringComparison.Ordinal);
        Assert.Contains("yes,7,13.5,1985-02-03,0700333444,cash food,1,1,", corrected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_logs_of_a_run_that_disagree_are_refused_with_both_places()
    {
        await File.WriteAllTextAsync(_folder.At("a.csv"), $"{Ours}a,{U1},,,age,34,35,change_response\n");
        await File.WriteAllTextAsync(_folder.At("b.csv"), $"{Ours}b,{U1},,,age,34,36,change_response\n");
        var run = await new Run().ArgsAsync(["clean", _folder.At("export.csv"), "--form", _folder.At("form.json"), "--log", _folder.At("a.csv"), "--log", _folder.At("b.csv"), "-o", _folder.At("out"), "--no-config"]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("error[LOGF-12]: b.csv, row 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("a.csv:2", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    private async Task<string> RefusedAsync(string file, string language)
    {
        var run = await ApplyAsync(file, language);
        Assert.True(run is { Code: 2, Out: "" }, $"{file}: {run.Code} {run.Out}{run.Error}");
        Assert.False(File.Exists(_folder.At("corrected.csv")));
        Assert.False(File.Exists(_folder.At("corrected.audit.jsonl")));
        return $"$ migrationclean log apply {file} export.csv --form form.json -o corrected.csv\n{run.Error}\n";
    }

    private Task<Run> ApplyAsync(string file, string language) => new Run().ArgsAsync(
        ["log", "apply", _folder.At(file), _folder.At("export.csv"), "--form", _folder.At("form.json"), "-o", _folder.At("corrected.csv"), "--lang", language, "--no-config"]);
}
