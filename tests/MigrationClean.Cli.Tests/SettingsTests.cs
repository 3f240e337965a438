using MigrationClean.Cli.Config;

namespace MigrationClean.Cli.Tests;

public sealed class SettingsTests
{
    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public async Task Every_mistake_is_told_at_once_with_its_place(string language)
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", """
            version: 2
            levle: public
            level: everyone
            level: public
            forms: {a: b}
            project:
              nmae: x
              retain_until: next year
            time: {zone: Asia/Bishkk}
            columns: [a]
            recipients:
              - {class: government}
              - just a text
            output: {to: [xlsx], csv: {bom: "yes"}}
            checks:
              FILE-31: {enabled: false}
              FILE-13: {severity: bad}
              FORM-12: {date_pairs: [[a], [b, c], d]}
              impossible-date: {date_pairs: left}
              FORM-11: {questions: [a]}
            limits: {file_mb: lots, csv_mb: 0}
            consent: {question: agree, not_needed: no interviews}
            something: {deep: [1, 2]}
            """);
        var run = await new Run { WorkingFolder = folder.Path }.LineAsync($"config show --lang {language}");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Golden.Verify($"settings-mistakes.{language}", run.Error);
    }

    [Theory]
    [InlineData("a: [b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("- level\n")]
    [InlineData("level: *nothing\n")]
    [InlineData("? [level]\n: public\n")]
    public async Task What_is_no_settings_file_is_refused_with_its_place(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", yaml);
        var run = await new Run { WorkingFolder = folder.Path }.LineAsync("config show");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error[FILE-15]: ", run.Error);
        Assert.Contains("migrationclean.yaml, line ", run.Error);
    }

    [Fact]
    public async Task Deeply_nested_settings_are_refused_before_they_cost_time()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", "a: " + new string('[', 100_000));
        var run = await new Run { WorkingFolder = folder.Path }.LineAsync("config show");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error[FILE-15]: migrationclean.yaml, line 1, column 68: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huge_settings_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", new string('#', 2 << 20));
        var run = await new Run { WorkingFolder = folder.Path }.LineAsync("config show");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error[FILE-05]: migrationclean.yaml: ", run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("---\n"), InlineData("# nothing\n"), InlineData("project:\nforms:\nrecipients:\nlevel: ~\n")]
    public async Task Empty_settings_are_the_defaults(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", yaml);
        var run = await new Run { WorkingFolder = folder.Path }.LineAsync("config show -f json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("\"level\":{\"value\":\"public\",\"origin\":\"default\"}", run.Out);
    }

    [Fact]
    public async Task Show_tells_what_holds_and_where_it_comes_from()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", "forms: [form_v1.xlsx, form_v2.xlsx]\nlevel: internal\nlabels: ru\noutput: {csv: {bom: true}}\nconsent: {accept: yes}\n");
        var run = new Run { WorkingFolder = folder.Path };
        run.Environment["MIGRATIONCLEAN_LABELS"] = "ky";
        await run.LineAsync("config show --level partner");
        Golden.Verify("config-show", run.Out);

        await (run = new Run { WorkingFolder = folder.Path }).LineAsync("config show -f json");
        Golden.Verify("config-show-json", run.Out);
    }

    [Fact]
    public async Task Parameters_of_a_check_are_shown_and_refused_under_another()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "");
        folder.Write("f.json", "{}");
        folder.Write("migrationclean.yaml", """
            checks:
              FORM-08: {exclusive_options: [none, dk]}
              impossible-date: {date_pairs: [[born, age]], questions: {exclude: visa_*}}

            """);
        var shown = await new Run { WorkingFolder = folder.Path }.LineAsync("config show -f json");
        folder.Write("migrationclean.yaml", "checks: {FORM-05: {exclusive_options: none}}\n");
        var validate = await new Run { WorkingFolder = folder.Path }.ArgsAsync(["validate", folder.At("a.csv"), "--form", folder.At("f.json")]);

        Assert.Contains("\"checks.FORM-08.exclusive_options\":{\"value\":[\"none\",\"dk\"],\"origin\":\"file\"}", shown.Out, StringComparison.Ordinal);
        Assert.Contains("\"checks.impossible-date.date_pairs\":{\"value\":[[\"born\",\"age\"]],\"origin\":\"file\"}", shown.Out, StringComparison.Ordinal);
        Assert.Contains("\"checks.impossible-date.questions.exclude\":{\"value\":[\"visa_*\"],", shown.Out, StringComparison.Ordinal);
        Assert.Equal(2, validate.Code);
        Assert.Contains("`checks.FORM-05.exclusive_options`", validate.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("FORM-08", validate.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void File_is_found_in_the_folder_or_the_nearest_above()
    {
        using var folder = new TemporaryFolder();
        var deep = Directory.CreateDirectory(folder.At("a/b")).FullName;
        var near = folder.Write("a/migrationclean.yaml", "");
        folder.Write("migrationclean.yaml", "");

        Assert.Equal(near, SettingsFile.Find(null, without: false, deep));
        Assert.Equal("other.yaml", SettingsFile.Find("other.yaml", without: false, deep));
        Assert.Null(SettingsFile.Find(null, without: true, deep));
    }

    [Fact]
    public async Task Settings_of_a_later_version_are_refused_where_they_matter()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "");
        folder.Write("f.json", "{}");
        folder.Write("migrationclean.yaml", "review: review.csv\nrates: rates.csv\nconsent: {minors: {age: age, under: 18}}\ntables: ~\n");
        string[] inputs = [folder.At("a.csv"), "--form", folder.At("f.json")];

        var clean = await new Run { WorkingFolder = folder.Path }.ArgsAsync(["clean", .. inputs, "-o", folder.At("out")]);
        var validate = await new Run { WorkingFolder = folder.Path }.ArgsAsync(["validate", .. inputs]);

        Assert.Equal((2, 2), (clean.Code, validate.Code));
        Golden.Verify("settings-later", clean.Error + "\n" + validate.Error);
    }

    [Fact]
    public async Task Named_settings_that_are_not_there_are_refused()
    {
        var run = await new Run().LineAsync("config show --config nowhere.yaml");

        Assert.Equal(2, run.Code);
    }

    [Theory]
    [InlineData("", "", "", "en")]
    [InlineData("ru_RU.UTF-8", "", "", "ru")]
    [InlineData("C.UTF-8", "ky_KG.UTF-8", "", "en")]
    [InlineData("", "ky_KG.UTF-8", "ru_RU", "ky")]
    [InlineData("", "", "ru", "ru")]
    public async Task Locale_chooses_the_language_in_its_order(string all, string messages, string lang, string expected)
    {
        using var folder = new TemporaryFolder();
        var run = new Run { WorkingFolder = folder.Path };
        (run.Environment["LC_ALL"], run.Environment["LC_MESSAGES"], run.Environment["LANG"]) = (all, messages, lang);
        await run.LineAsync("config show --help");

        Assert.Equal((await new Run().LineAsync($"config show --help --lang {expected}")).Out, run.Out);
    }

    [Fact]
    public async Task Language_comes_from_line_then_environment_then_settings_then_locale()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", "version: 1\nlang: ky   # ours\n");
        var run = new Run { WorkingFolder = folder.Path };
        run.Environment["LANG"] = "ru_RU.UTF-8";
        Assert.StartsWith("ката: ", (await run.LineAsync("validate")).Error);

        run = new Run { WorkingFolder = folder.Path };
        (run.Environment["LANG"], run.Environment["MIGRATIONCLEAN_LANG"]) = ("en_GB", "ru");
        Assert.StartsWith("ошибка: ", (await run.LineAsync("validate")).Error);

        run = new Run { WorkingFolder = folder.Path };
        run.Environment["MIGRATIONCLEAN_LANG"] = "ru";
        Assert.StartsWith("error: ", (await run.LineAsync("validate --lang en")).Error);
    }
}
