namespace MigrationClean.Cli.Tests;

/// <summary>What can't be seen from inside: streams that are no terminal, signals, what is loaded at start.</summary>
public sealed class ProcessTests : IDisposable
{
    /// <summary>Code that help and version have no need of.</summary>
    private static readonly string[] Heavy =
    [
        "ClosedXML.dll", "DocumentFormat.OpenXml.dll", "CsvHelper.dll", "ExcelDataReader.dll", "FluentValidation.dll", "YamlDotNet.dll", "Spectre.Console.dll",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("auto", false)]
    [InlineData("always", true)]
    [InlineData("never", false)]
    public async Task Redirected_stream_has_colour_only_if_asked(string choice, bool expected)
    {
        using var program = ChildProcess.Start(_folder.Path, ["validate", "nowhere.csv", "--form", "nowhere.xlsx", "--color", choice]);
        var (code, output, error) = await program.EndAsync();

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(expected, error.Contains('\e'));
    }

    [Fact]
    public async Task No_color_switches_nothing_on()
    {
        using var program = ChildProcess.Start(_folder.Path, ["validate", "nowhere.csv", "--form", "nowhere.xlsx"], variables: ("NO_COLOR", "1"));

        Assert.DoesNotContain('\e', (await program.EndAsync()).Error);
    }

    [Fact]
    public async Task Output_is_utf8_without_a_mark_and_with_plain_line_ends()
    {
        using var program = ChildProcess.Start(_folder.Path, ["--help", "--lang", "ky"]);
        var (code, output, _) = await program.EndAsync();

        Assert.Equal(0, code);
        Assert.Equal((await new Run().LineAsync("--help --lang ky")).Out, output);
    }

    [Fact]
    public async Task Run_without_a_terminal_never_waits_for_a_key()
    {
        _folder.Write("f.json", """{"survey":[{"type":"text","name":"a"}]}""");
        using var program = ChildProcess.Start(_folder.Path, ["validate", "nowhere.csv", "--form", "f.json"]);

        Assert.Equal(2, (await program.WaitAsync()).Code);
    }

    [Theory, InlineData("INT"), InlineData("TERM")]
    public async Task Signal_ends_the_run_with_130_and_leaves_nothing(string signal)
    {
        if (OperatingSystem.IsWindows()) return;   // Windows sends Ctrl-C to the whole console, the test's own process included.

        _folder.Write("f.json", """{"survey":[{"type":"text","name":"a"}]}""");
        using var program = ChildProcess.Start(_folder.Path, ["validate", "-", "--form", "f.json", "-o", "report.txt", "-v"]);
        await WaitUntilHeardAsync(program);
        await Task.Delay(500); // signals are taken over a moment after the first word; the run waits for its input all the while
        await program.SendAsync(signal);
        var (code, output, error) = await program.WaitAsync();

        Assert.Equal((130, ""), (code, output));
        Assert.DoesNotContain("error", error);
        Assert.Equal([_folder.At("f.json")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory, InlineData("validate pipe.csv --form pipe.csv"), InlineData("config show --config pipe.csv")]
    public async Task Pipe_that_nobody_writes_into_is_refused_at_once(string line)
    {
        if (OperatingSystem.IsWindows()) return;

        using (var make = System.Diagnostics.Process.Start("mkfifo", [_folder.At("pipe.csv")])) await make.WaitForExitAsync();
        using var program = ChildProcess.Start(_folder.Path, [.. line.Split(' ')]);
        var (code, output, error) = await program.EndAsync();

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("error[FILE-01]: pipe.csv: this is a pipe", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_clean_leaves_no_part_of_its_output()
    {
        if (OperatingSystem.IsWindows()) return;

        const int Rows = 200_000;
        _folder.Write("f.json", """{"survey":[{"type":"text","name":"consent"},{"type":"integer","name":"age"}]}""");
        _folder.Write("a.csv", "consent,age,_uuid\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"yes,{i % 90},{new Guid(i, 0, 0, new byte[8])}\n")));
        using var program = ChildProcess.Start(_folder.Path, ["clean", "a.csv", "--form", "f.json", "--consent", "consent", "-o", "out", "-v"]);
        await WaitUntilHeardAsync(program);
        await program.SendAsync("INT");
        var (code, output, _) = await program.WaitAsync();

        Assert.Equal((130, ""), (code, output));
        Assert.Equal(["a.csv", "f.json"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Help_and_version_load_no_workbook_yaml_or_validation_code()
    {
        var light = Directory.CreateDirectory(_folder.At("light")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(f => !f.EndsWith(".deps.json", StringComparison.Ordinal)))
            if (!Heavy.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)) File.Copy(file, Path.Combine(light, Path.GetFileName(file)));

        foreach (var args in (string[][])[["--version"], ["--help"], ["clean", "--help", "--lang", "ky"], ["validate", "a.csv", "--fromat", "json"]])
        {
            using var program = ChildProcess.Start(_folder.Path, args, from: light);
            var (code, output, error) = await program.EndAsync();

            Assert.True(code == (args[0] == "validate" ? 2 : 0), output + error);
        }
    }

    [Fact]
    public async Task Without_these_the_rest_does_not_run()
    {
        // Proves that the folder of the test above really lacks them.
        var light = Directory.CreateDirectory(_folder.At("light")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(f => !f.EndsWith(".deps.json", StringComparison.Ordinal)))
            if (!Heavy.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)) File.Copy(file, Path.Combine(light, Path.GetFileName(file)));
        _folder.Write("migrationclean.yaml", "version: 1\n");

        using var program = ChildProcess.Start(_folder.Path, ["config", "show"], from: light);

        Assert.Equal(70, (await program.EndAsync()).Code);
    }

    // Under -v the program says which settings it uses, just before it opens the inputs: from then on it listens.
    private static async Task WaitUntilHeardAsync(ChildProcess program)
    {
        for (var i = 0; i < 600 && !program.SaidAnything; i++) await Task.Delay(50);
        Assert.True(program.SaidAnything);
    }
}
