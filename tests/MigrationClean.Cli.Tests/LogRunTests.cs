using System.Text;

namespace MigrationClean.Cli.Tests;

/// <summary><c>log new</c> and <c>log merge</c> as people run them.</summary>
public sealed class LogRunTests : IDisposable
{
    private const string Header = "uuid,question,old_value,new_value,change_type\n";

    /// <summary>A mistake a log: what it is called, and the log.</summary>
    private static readonly (string Name, string Text)[] Mistakes =
    [
        ("column-deleted.csv", "uuid,question,new_value,change_type\nu1,age,6,change\n"),
        ("two-kinds.csv", "uuid,variable,old.value,new.value,issue,loop_index,value,action\nu1,age,5,6,x,,5,replace\n"),
        ("column-twice.csv", "uuid,question,Question,old_value,new_value,change_type\nu1,age,age,5,6,change\n"),
        ("unknown-words.csv", $"{Header}u1,age,5,6,chnage_response\nu2,age,5,6,schön\n"),
        ("no-type.csv", $"{Header}u1,age,5,6,\n"),
        ("no-new-value.csv", $"{Header}u1,age,5,,change\nu2,age,5,6,blank\n"),
        ("exceptions.csv", "uuid,question,old_value,new_value,change_type,exception,explanation\nu1,age,5,6,change,perhaps,\nu2,age,5,6,change,yes,\n"),
        ("shifted.csv", $"{Header}u1,wage,3,4,5,change\n"),
        ("errors.csv", $"{Header}u1,phone,0712,#ИМЯ?,change\n"),
        ("disagree.csv", $"{Header}u1,age,5,6,change\nu1,age,5,7,change\n"),
        ("empty.csv", "\n"),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public async Task Each_mistake_of_a_log_is_told_line_by_line_and_nothing_is_written(string language)
    {
        var told = new StringBuilder();
        foreach (var (name, text) in Mistakes)
        {
            await File.WriteAllTextAsync(_folder.At(name), text);
            var run = await new Run().ArgsAsync(["log", "merge", _folder.At(name), "-o", _folder.At("all.csv"), "--lang", language, "--no-config"]);
            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.False(File.Exists(_folder.At("all.csv")));
            told.Append("$ migrationclean log merge ").Append(name).Append(" -o all.csv\n").Append(run.Error).Append('\n');
        }

        Golden.Verify($"log-refusals.{language}", told.ToString());
    }

    [Fact]
    public async Task A_log_is_drawn_up_merged_and_never_written_over()
    {
        var sample = Path.Combine(Golden.RepositoryRoot, "samples", "returnees");
        string[] inputs = [Path.Combine(sample, "export.xlsx"), "--form", Path.Combine(sample, "form.xlsx"), "--no-config"];
        var made = await new Run().ArgsAsync(["log", "new", .. inputs, "-o", _folder.At("log.xlsx")]);
        Assert.Equal((1, ""), (made.Code, made.Out));
        Assert.Matches("^\\d+ lines to decide, \\d+ of them new → .*log.xlsx\nbeside them: ", made.Error);

        var over = await new Run().ArgsAsync(["log", "new", .. inputs, "--log", _folder.At("log.xlsx"), "-o", _folder.At("log.xlsx"), "--force"]);
        Assert.Equal(2, over.Code);
        Assert.Contains("FILE-13", over.Error, StringComparison.Ordinal);

        var merged = await new Run().ArgsAsync(["log", "merge", _folder.At("log.xlsx"), _folder.At("log.xlsx"), "-o", _folder.At("all.xlsx"), "--no-config"]);
        Assert.Equal(0, merged.Code);
        var refused = await new Run().ArgsAsync(["log", "merge", _folder.At("log.xlsx"), "-o", _folder.At("all.csv"), "--no-config"]);
        Assert.Equal(2, refused.Code);
        Assert.Contains("CSV (`all.csv`) has room for one", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_goes_down_a_pipe_as_csv_and_comes_in_by_one()
    {
        var run = await new Run { Input = $"{Header}u2,age,5,6,change\nu1,age,5,6,change\n" }.LineAsync("log merge - -o - --no-config");

        Assert.Equal(0, run.Code);
        Assert.Equal([",u1,,,age,,5,6,change_response,,,,,,,,,,,,,", ",u2,,,age,,5,6,change_response,,,,,,,,,,,,,"], Encoding.UTF8.GetString(run.Bytes).Split('\n')[1..3]);
    }

    [Fact]
    public async Task A_log_is_a_workbook_or_csv()
    {
        await File.WriteAllTextAsync(_folder.At("a.csv"), Header);
        var run = await new Run().ArgsAsync(["log", "merge", _folder.At("a.csv"), "-o", _folder.At("all.ods"), "--no-config"]);

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error: `all.ods` is neither a workbook nor CSV", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_names_the_file_and_leaves_nothing()
    {
        await File.WriteAllTextAsync(_folder.At("a.csv"), $"{Header}u1,age,5,6,change\n");
        var run = await new Run().ArgsAsync(["log", "merge", _folder.At("a.csv"), "-o", _folder.At("all.xlsx"), "--dry-run", "--no-config"]);

        Assert.Equal((0, true), (run.Code, run.Out.Contains("all.xlsx (1 row): new", StringComparison.Ordinal)));
        Assert.False(File.Exists(_folder.At("all.xlsx")));
    }
}
