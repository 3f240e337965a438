using System.Collections.Frozen;

namespace MigrationClean.Cli.Terminal;

/// <summary>
/// What surrounds a run: standard streams, environment, folder, clock. The program has them from the console, a test from memory.
/// </summary>
internal sealed record Streams
{
    /// <summary>Standard output as text: data and reports only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: everything said to a person.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard output as bytes, for a table with <c>-o -</c>.</summary>
    public required Func<Stream> OpenOut { get; init; }

    /// <summary>Standard input as bytes.</summary>
    public required Func<Stream> OpenIn { get; init; }

    /// <summary>Whether standard input is a terminal: then nothing will come by itself.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal: then there is somebody to show progress to.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Where the search for the settings file begins.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The clock: for retention and expiries, never for outputs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
