namespace MigrationClean.Cli.Terminal;

/// <summary>How much is said on standard error; ordered.</summary>
internal enum Loudness
{
    /// <summary><c>-qq</c>: errors alone, and no report on standard output.</summary>
    Silent,

    /// <summary><c>-q</c>: the report and errors.</summary>
    Quiet,

    /// <summary>Warnings, the summary, the next step as well.</summary>
    Normal,

    /// <summary><c>-v</c>: timings, files opened, settings used as well.</summary>
    Verbose,
}
