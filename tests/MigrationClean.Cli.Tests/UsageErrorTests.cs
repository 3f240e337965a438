namespace MigrationClean.Cli.Tests;

/// <summary>Wrong lines: our own words in three languages, on standard error, exit code 2, nothing on standard output.</summary>
public sealed class UsageErrorTests
{
    private static readonly string[] WrongLines =
    [
        "vlidate a.csv",
        "help",
        "--bogus",
        "--lang ky",
        "config",
        "validate",
        "validate a.csv --fromat json",
        "validate a.csv --fromat=json",
        "validate a.csv --form",
        "validate a.csv --format 17",
        "validate a.csv --format JSON",
        "validate a.csv -f json -f text",
        "validate a.csv --threads 0.25",
        "validate a.csv --now yesterday",
        "validate a.csv --tz Asia/Bishkk",
        "validate a.csv --select FORM-5",
        "validate a.csv --select Nothing-like-that",
        "clean a.csv --tables tables.csv",
        "validate - --form -",
        "validate - --form form.xlsx",
        "validate a.csv --no-config",
        "validate a.csv -q -v",
        "validate a.csv --config a.yaml --no-config",
        "validate a.csv --color purple",
        "validate a.csv --lang de",
        "clean a.csv --form form.xlsx",
        "clean a.csv --form form.xlsx -o out --log log.xlsx",
        "clean a.csv --form form.xlsx -o out --dialect javarosa",
        "clean a.csv --form form.xlsx -o out --level pubic",
        "clean a.csv --form form.xlsx -o out --key",
        "convert a.csv --form form.xlsx -o x.ndjson",
        "convert a.csv --form form.xlsx --to sav -o x.sav",
        "init form.xlsx",
        "init form.xlsx other.xlsx -o project",
        "completion tcsh",
        "completion bash zsh",
    ];

    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public async Task Every_mistake_is_told_in_our_words(string language)
    {
        var told = new StringWriter { NewLine = "\n" };
        foreach (var line in WrongLines)
        {
            var run = new Run { WorkingFolder = Path.GetTempPath() };
            run.Environment["MIGRATIONCLEAN_LANG"] = language;
            await run.LineAsync(line);

            Assert.Equal((2, ""), (run.Code, run.Out));
            told.WriteLine($"$ migrationclean {line}");
            told.Write(run.Error);
            told.WriteLine();
        }

        Golden.Verify($"usage-errors.{language}", told.ToString());
    }
}
