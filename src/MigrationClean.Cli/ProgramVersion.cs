using System.Reflection;

namespace MigrationClean.Cli;

/// <summary>The program's name and version.</summary>
internal static class ProgramVersion
{
    /// <summary>Its name.</summary>
    public const string Name = "migrationclean";

    /// <summary>Semantic version, e.g. <c>1.0.0</c>.</summary>
    public static string Number { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
