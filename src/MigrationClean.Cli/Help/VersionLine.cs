using System.CommandLine;
using System.CommandLine.Invocation;

namespace MigrationClean.Cli.Help;

/// <summary><c>--version</c>: one line, <c>migrationclean 1.0.0</c>.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"{ProgramVersion.Name} {ProgramVersion.Number}");
        return (int)ExitCode.Done;
    }
}
