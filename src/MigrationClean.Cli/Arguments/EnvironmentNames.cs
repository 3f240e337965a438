namespace MigrationClean.Cli.Arguments;

/// <summary>Names of environment variables: the option's in capitals, <c>-</c> as <c>_</c>.</summary>
internal static class EnvironmentNames
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "MIGRATIONCLEAN_";

    /// <summary>The variable of an option: <c>MIGRATIONCLEAN_FAIL_ON</c> of <c>--fail-on</c>.</summary>
    public static string Of(string option) => Prefix + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();
}
