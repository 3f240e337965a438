using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary>The file that GitHub shows on the page of a run: the runner names it, and every step appends to it (outputs §12).</summary>
internal sealed class StepSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    private readonly OutputOptions _target;

    private StepSummary(OutputOptions target) => _target = target;

    /// <summary>Checks the file before the work; <see langword="null"/> where there is none to be written.</summary>
    /// <exception cref="InputException">FILE-13: it is an input or a folder, or its folder is not there.</exception>
    public static StepSummary? Open(string format, WritingChoices writing, IEnumerable<InputFile> inputs, IReadOnlyDictionary<string, string> environment)
    {
        if (format != "github" || writing.DryRun || environment.GetValueOrDefault(Variable, "") is not { Length: > 0 } path) return null;
        var target = writing.FileOptions(path, inputs) with { Force = true };
        AtomicFile.Check(target);
        return new(target);
    }

    /// <summary>Adds the text to what other steps wrote.</summary>
    /// <exception cref="InputException">FILE-13/failed.</exception>
    public void Append(string markdown)
    {
        try
        {
            File.AppendAllText(_target.Path, markdown, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var name = Path.GetFileName(_target.Path);
            throw new InputException("FILE-13/failed", new() { File = name }, new FindingArgument("file", name));
        }
    }
}
