using System.Text.RegularExpressions;

namespace MigrationClean.Tests.Architecture;

/// <summary>A stage uses stages before it, never after it; packages stay where they belong. Read from the <c>using</c> lines.</summary>
public sealed partial class LayeringTests
{
    private static readonly string[] Stages =
        ["Ingest", "Forms", "Submissions", "Checks", "Cleaning", "Monitoring", "Anonymisation", "Tabulation", "Writing", "Reporting"];

    private static readonly string[] Serving = ["Diagnostics", "Files", "Expressions"];

    /// <summary>A package's namespace and the folders of the library that may use it.</summary>
    private static readonly (string Namespace, string[] Folders)[] LibraryPackages =
    [
        ("ClosedXML", ["Ingest/", "Writing/", "Cleaning/", "Reporting/", "Anonymisation/Plan/"]),
        ("DocumentFormat.OpenXml", ["Ingest/", "Writing/"]),
        ("CsvHelper", ["Ingest/", "Writing/"]),
        ("System.CommandLine", []),
        ("Spectre.Console", []),
        ("YamlDotNet", []),
    ];

    /// <summary>The same for the command line.</summary>
    private static readonly (string Namespace, string[] Folders)[] CommandLinePackages =
    [
        ("Spectre.Console", ["Terminal/"]),
        ("YamlDotNet", ["Config/"]),
        ("FluentValidation", ["Config/"]),
        ("ClosedXML", []),
        ("CsvHelper", []),
    ];

    [Fact]
    public void A_stage_uses_only_stages_before_it()
    {
        var wrong = from source in Repository.SourcesOf("MigrationClean")
                    let stage = source.Path.Split('/')[0]
                    where Stages.Contains(stage) || Serving.Contains(stage)
                    from used in UsedIn(source.Lines)
                    where used.StartsWith("MigrationClean.", StringComparison.Ordinal)
                    let other = used.Split('.')[1]
                    where !MayUse(stage, other)
                    select $"{source.Path}: {stage} uses {other}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Packages_are_known_only_where_they_belong()
    {
        var wrong = WrongUses("MigrationClean", LibraryPackages).Concat(WrongUses("MigrationClean.Cli", CommandLinePackages));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_terminal_of_the_command_line_touches_the_console()
    {
        var wrong = from project in new[] { "MigrationClean", "MigrationClean.Cli" }
                    from source in Repository.SourcesOf(project)
                    where project == "MigrationClean" || !source.Path.StartsWith("Terminal/", StringComparison.Ordinal)
                    from line in source.Lines
                    where ConsoleCall.IsMatch(line)
                    select $"{project}/{source.Path}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_rules_see_a_wrong_using_line()
    {
        Assert.Equal(["MigrationClean.Writing", "MigrationClean.Checks.Check", "CsvHelper"], UsedIn(
            ["using MigrationClean.Writing;", "using static MigrationClean.Checks.Check;", "global using C = CsvHelper;", "using var x = y;"]));
        Assert.False(MayUse("Checks", "Writing"));
        Assert.True(MayUse("Writing", "Checks"));
        Assert.False(MayUse("Diagnostics", "Ingest"));
        Assert.True(MayUse("Ingest", "Diagnostics"));
    }

    private static bool MayUse(string stage, string other)
    {
        if (Serving.Contains(other)) return stage != "Diagnostics" || other == "Diagnostics";
        if (Serving.Contains(stage)) return false;
        return Array.IndexOf(Stages, other) is >= 0 and var at && at <= Array.IndexOf(Stages, stage);
    }

    private static IEnumerable<string> WrongUses(string project, (string Namespace, string[] Folders)[] rules) =>
        from source in Repository.SourcesOf(project)
        from used in UsedIn(source.Lines)
        from rule in rules
        where used == rule.Namespace || used.StartsWith(rule.Namespace + ".", StringComparison.Ordinal)
        where !rule.Folders.Any(folder => source.Path.StartsWith(folder, StringComparison.Ordinal))
        select $"{project}/{source.Path} uses {rule.Namespace}";

    private static IEnumerable<string> UsedIn(IEnumerable<string> lines) =>
        from line in lines
        let match = UsingLine.Match(line)
        where match.Success
        select match.Groups["name"].Value;

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[\w.]+)\s*(<.*>)?;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsingLine { get; }

    [GeneratedRegex(@"(?<![\w.""`])Console\.\w|System\.Console\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConsoleCall { get; }
}
