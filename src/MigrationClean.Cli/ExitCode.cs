namespace MigrationClean.Cli;

/// <summary>What the program's end says. Promises: they stand in the help of every verb.</summary>
internal enum ExitCode
{
    /// <summary>Done; nothing found at or above <c>--fail-on</c>.</summary>
    Done = 0,

    /// <summary>Done; findings at or above <c>--fail-on</c>.</summary>
    Findings = 1,

    /// <summary>Not done: wrong usage, bad settings, an input that can't be used, output that exists.</summary>
    Refused = 2,

    /// <summary>Not done: our bug.</summary>
    Bug = 70,

    /// <summary>Interrupted; nothing half-written is left.</summary>
    Interrupted = 130,
}
