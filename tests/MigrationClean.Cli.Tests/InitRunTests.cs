using MigrationClean.Anonymisation;
using MigrationClean.Cli.Config;

namespace MigrationClean.Cli.Tests;

/// <summary>A project made by <c>init</c>: settings that can be read back, a plan, a key apart from them.</summary>
public sealed class InitRunTests : IDisposable
{
    private const string Form = """
        {"survey":[{"type":"select_one yn","name":"consent","label":"Do you agree to take part?"},{"type":"integer","name":"age","label":"Age"}],
         "choices":[{"list_name":"yn","name":"yes","label":"Yes"},{"list_name":"yn","name":"no","label":"No"}],"settings":[{"form_id":"returnees","version":"v1"}]}
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _keys = new();

    public void Dispose()
    {
        _folder.Dispose();
        _keys.Dispose();
    }

    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public async Task Project_holds_settings_and_plan(string language)
    {
        var run = await InitAsync($"--lang {language}");

        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.Equal(["migrationclean.yaml", "privacy-plan.xlsx"], Directory.GetFiles(_folder.At("project")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Golden.Verify($"init-settings.{language}", await File.ReadAllTextAsync(_folder.At("project/migrationclean.yaml")));
    }

    [Fact]
    public async Task Settings_are_read_back_as_they_were_meant()
    {
        await InitAsync("");
        var settings = SettingsFile.Read(_folder.At("project/migrationclean.yaml"));

        Assert.Equal(("returnees", "", ReleaseLevel.Public), (settings.Release.ProjectName, settings.Release.Controller, settings.Release.Level));
        Assert.Equal(("consent", "yes", ""), (settings.Consent.Question, settings.Consent.Accept.Single(), settings.Consent.NotNeeded));
        Assert.Equal(_folder.At("project/privacy-plan.xlsx"), Path.GetFullPath(settings.Plan!));
        Assert.Equal(_folder.At("f.json"), Path.GetFullPath(settings.Forms.Single()));
    }

    [Fact]
    public async Task Key_is_made_apart_from_the_project_and_kept_the_next_time()
    {
        var run = await InitAsync($"--key {_keys.At("k.key")}");
        Assert.Equal((0, ""), (run.Code, run.Out));
        var key = await File.ReadAllBytesAsync(_keys.At("k.key"));

        Directory.Delete(_folder.At("project"), recursive: true);
        await InitAsync($"--key {_keys.At("k.key")}");

        Assert.Equal(key, await File.ReadAllBytesAsync(_keys.At("k.key")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_keys.At("k.key")));
    }

    [Fact]
    public async Task Key_inside_the_project_is_refused_and_nothing_is_left()
    {
        var run = await InitAsync($"--key {_folder.At("project/k.key")}");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("error[PRIV-09]", run.Error);
        Assert.Equal([_folder.At("f.json")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Key_beside_the_form_is_refused_with_the_sentence_of_clean()
    {
        var init = await InitAsync($"--key {_folder.At("k.key")}");
        Assert.Equal(["f.json"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));

        await File.WriteAllTextAsync(_folder.At("k.key"), new string('0', 64) + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.At("k.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var export = _folder.Write("e.csv", "_id,consent,age\n1,yes,20\n");
        var clean = await new Run { WorkingFolder = _folder.Path }.ArgsAsync(
            ["clean", export, "--form", _folder.At("f.json"), "--key", _folder.At("k.key"), "-o", _folder.At("out")]);

        Assert.Equal((2, 2), (init.Code, clean.Code));
        Assert.StartsWith($"error[PRIV-09]: the key file `{_folder.At("k.key")}` lies in the folder of the data", init.Error);
        Assert.Equal(init.Error, clean.Error);
    }

    [Fact]
    public async Task What_is_no_form_is_refused_and_nothing_is_left()
    {
        var run = await new Run { WorkingFolder = _folder.Path }.ArgsAsync(["init", _folder.Write("f.json", "[1]"), "-o", _folder.At("project")]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal([_folder.At("f.json")], Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task<Run> InitAsync(string options) => new Run { WorkingFolder = _folder.Path }.ArgsAsync(
        ["init", _folder.Write("f.json", Form), "-o", _folder.At("project"), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
