using System.Text.RegularExpressions;

namespace MigrationClean.Cli.Tests;

/// <summary>The README's lines are run, and what it says of the output is there.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Program = "dotnet run --project src/MigrationClean.Cli -- ";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "README.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_line_works_in_order_and_the_output_holds_what_the_tour_names()
    {
        Directory.CreateDirectory(_folder.At("clone/samples"));
        foreach (var sample in (string[])["returnees", "baseline"])
        {
            Directory.CreateDirectory(_folder.At($"clone/samples/{sample}"));
            foreach (var file in Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "samples", sample)))
                File.Copy(file, _folder.At($"clone/samples/{sample}/{Path.GetFileName(file)}"));
        }

        var lines = Line.Matches(Readme).Select(m => m.Groups["line"].Value.Trim()).ToArray();
        Assert.Contains(lines, line => line.StartsWith("clean samples/returnees/export.xlsx --form samples/returnees/form.xlsx -o out", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            using var program = ChildProcess.Start(_folder.At("clone"), Shell.Words(line.Split(" > ")[0]));
            var (code, _, error) = await program.EndAsync();
            Assert.True(code == 0, $"{line}: {code}\n{error}");
        }

        var named = TourFile.Matches(Readme[Readme.IndexOf("out/share/", StringComparison.Ordinal)..]).Select(m => m.Groups["file"].Value).ToArray();
        Assert.NotEmpty(named);
        var written = Directory.GetFiles(_folder.At("clone/out"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToHashSet();
        Assert.All(named, file => Assert.Contains(Path.GetFileName(file), written));
    }

    [GeneratedRegex("^" + Program + "(?<line>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"^\s+(?<file>[a-zA-Z/\-]+\.(csv|xlsx|json|jsonl|txt))\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TourFile { get; }
}
