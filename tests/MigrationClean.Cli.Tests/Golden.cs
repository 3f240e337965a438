namespace MigrationClean.Cli.Tests;

/// <summary>Outputs that are compared as a whole with an approved file of <c>Golden/</c>.</summary>
internal static class Golden
{
    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot { get; } = Find();

    private static readonly string Folder = Path.Combine(RepositoryRoot, "tests", "MigrationClean.Cli.Tests", "Golden");

    /// <summary>Compares; with <c>ACCEPT_GOLDEN=1</c> accepts instead.</summary>
    public static void Verify(string name, string text)
    {
        var path = Path.Combine(Folder, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1") File.WriteAllText(path, text);

        Assert.True(File.Exists(path), $"There is no {name}.txt; ACCEPT_GOLDEN=1 dotnet test makes it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MigrationClean.sln"))) return at.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
