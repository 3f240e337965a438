using System.Collections.Frozen;
using System.CommandLine;
using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Tests;

/// <summary>A run of the program inside the test: its arguments and surroundings, then what it said and its exit code.</summary>
internal sealed class Run
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private readonly List<byte> _bytes = [];

    /// <summary>Environment variables; none of the machine's.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>What is sent on standard input; <see langword="null"/> = a terminal.</summary>
    public string? Input { get; init; }

    /// <summary>Where the settings are looked for.</summary>
    public string WorkingFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>The work behind the verbs.</summary>
    public Stages Stages { get; init; } = ProductStages.All;

    /// <summary>What stands on standard output.</summary>
    public string Out => _out.ToString();

    /// <summary>What stands on standard output as bytes.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary>What stands on standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>The exit code.</summary>
    public int Code { get; private set; } = -1;

    /// <summary>Runs a line, cut at blanks.</summary>
    public Task<Run> LineAsync(string line, CancellationToken cancellation = default) =>
        ArgsAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancellation);

    /// <summary>Runs with arguments.</summary>
    public async Task<Run> ArgsAsync(string[] args, CancellationToken cancellation = default)
    {
        Code = await CommandLine.RunAsync(args, Streams, Stages, cancellation);
        return this;
    }

    /// <summary>Runs one verb, with <paramref name="create"/> catching what it would do.</summary>
    public async Task<Run> OnlyAsync(string line, Func<CommonArguments, Surroundings, Command> create)
    {
        var at = new Surroundings(Streams, Messages.For(Language.English), Stages);
        var args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Code = await CommandLine.RunAsync(Root.Create(at, common => [create(common, at)]), args, at);
        return this;
    }

    private Streams Streams => new()
    {
        Out = new StringWriter(_out) { NewLine = "\n" },
        Error = new StringWriter(_error) { NewLine = "\n" },
        OpenOut = () => new Kept(_bytes),
        OpenIn = () => new MemoryStream(Encoding.UTF8.GetBytes(Input ?? "")),
        InIsTerminal = Input is null,
        Environment = Environment.ToFrozenDictionary(StringComparer.Ordinal),
        WorkingFolder = WorkingFolder,
        Clock = new FixedClock(),
    };

    private sealed class Kept(List<byte> bytes) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => bytes.AddRange(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => bytes.AddRange(buffer);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 3, 5, 9, 0, 0, TimeSpan.Zero);
    }
}
