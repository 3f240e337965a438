namespace MigrationClean.Cli;

/// <summary>The library's stages as the verbs call them.</summary>
internal static class ProductStages
{
    /// <summary>All of them.</summary>
    public static Stages All { get; } = new()
    {
        Report = (_, _) => throw new NotSupportedException(),
        CheckOutput = (_, _, _) => throw new NotSupportedException(),
        Read = (_, _) => throw new NotSupportedException(),
        WriteNdjson = (_, _) => throw new NotSupportedException(),
        Init = (_, _) => throw new NotSupportedException(),
    };
}
