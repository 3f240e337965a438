using MigrationClean.Cli.Help;

namespace MigrationClean.Cli.Tests;

/// <summary>
/// Every example of the help is run on the sample it names, in the order of the help: later ones use what earlier ones wrote.
/// </summary>
public sealed class ExampleTests : IDisposable
{
    private static readonly string[] Verbs = ["", "clean", "validate", "lint", "log", "log new", "log merge", "log check", "log apply", "eval", "functions", "init", "monitor", "convert", "config", "config show", "completion"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_example_works_on_the_sample()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "samples", "returnees")))
            File.Copy(file, _folder.At(Path.GetFileName(file)));

        foreach (var example in Verbs.SelectMany(verb => VerbHelp.Of(verb).Examples).Distinct(StringComparer.Ordinal))
        {
            var args = Shell.Words(example.Split(" > ")[0])[1..];
            using var program = ChildProcess.Start(_folder.Path, args);
            var (code, _, error) = await program.EndAsync();

            Assert.True(code is 0 or 1, $"{example}: {code}\n{error}");
        }
    }
}
