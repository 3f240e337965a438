using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Terminal;

/// <summary>
/// What is said to the person on standard error, in their language, as loud and bright as they asked. Never an answer or an identifier.
/// </summary>
internal sealed class Voice(Streams streams, Messages texts)
{
    /// <summary>Longest text that is shown with a mark under it: more than a line is not read.</summary>
    private const int MostTyped = 200;

    /// <summary>The streams.</summary>
    public Streams Streams { get; } = streams;

    /// <summary>The texts of the reader's language.</summary>
    public Messages Texts { get; } = texts;

    /// <summary>How much is said.</summary>
    public Loudness Loudness { get; init; } = Loudness.Normal;

    /// <summary>Whether standard error is coloured.</summary>
    public bool ErrorHasColour { get; init; }

    /// <summary>Whether standard output is coloured.</summary>
    public bool OutHasColour { get; init; }

    /// <summary>Whether progress may be shown at all (<c>--no-progress</c>).</summary>
    public bool MayShowProgress { get; init; } = true;

    /// <summary>A text of the reader's language.</summary>
    public string Text(string key, params ImmutableArray<FindingArgument> arguments) => Texts.Text(key, "text", arguments);

    /// <summary>Tells why an input, a setting or the line can't be used, with everything that is wrong with it.</summary>
    public ExitCode Fail(InputException refusal)
    {
        foreach (var one in refusal.Others.Prepend(refusal)) WriteRefusal(one);
        return ExitCode.Refused;
    }

    /// <summary>Tells a warning.</summary>
    public void Warn(string key, params ImmutableArray<FindingArgument> arguments)
    {
        if (Loudness < Loudness.Normal) return;
        Streams.Error.WriteLine($"{Colour.Warning($"{Text("text/warning")}{CodeOf(key)}", ErrorHasColour)}: {Texts.Text(key, "message", arguments)}");
        WriteLineOf(key, "fix", arguments);
    }

    /// <summary>Tells what is wrong in a text that the person typed, with a mark under the place.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="message">The sentence.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="position">Where in it, in code points.</param>
    public void TellError(string code, string message, string typed, int position)
    {
        if (Loudness == Loudness.Silent) return;
        Streams.Error.WriteLine($"{Colour.Error($"{Text("text/error")}[{code}]", ErrorHasColour)}: {message}");
        if (typed.Length > MostTyped || typed.AsSpan().ContainsAny('\n', '\r', '\t')) return;
        Streams.Error.WriteLine($"  {Colour.Hint("-->", ErrorHasColour)} {typed}");
        Streams.Error.WriteLine($"      {new string(' ', position)}^");
    }

    /// <summary>Tells a line of facts at the end.</summary>
    public void Say(string line)
    {
        if (Loudness >= Loudness.Normal) Streams.Error.WriteLine(line);
    }

    /// <summary>Tells the command that comes next.</summary>
    public void SayNext(string key, string command)
    {
        if (Loudness >= Loudness.Normal) Streams.Error.WriteLine($"{Text(key)}: {Colour.Hint(command, ErrorHasColour)}");
    }

    /// <summary>Tells what only <c>--verbose</c> wants to know.</summary>
    public void Detail(string key, params ImmutableArray<FindingArgument> arguments)
    {
        if (Loudness == Loudness.Verbose) Streams.Error.WriteLine(Text(key, arguments));
    }

    /// <summary>Runs work away from the console's thread, so that Ctrl-C is heard, and shows progress where somebody looks.</summary>
    public Task<T> WorkAsync<T>(Func<IProgress<Step>?, T> work) =>
        MayShowProgress && Streams.ErrorIsTerminal && Loudness >= Loudness.Normal
            ? Progress.ShowAsync(work, StepText)
            : Task.Run(() => work(null));

    /// <summary>Opens inputs; Ctrl-C does not wait for what never comes on standard input.</summary>
    public static Task<T> OpenAsync<T>(Func<T> open, CancellationToken cancellation) => Task.Run(open, cancellation).WaitAsync(cancellation);

    private string StepText(Step step)
    {
        var stage = Text($"text/stage/{step.Stage.ToString().ToLowerInvariant()}");
        return step switch
        {
            { Total: 0 } => stage,
            { Done: 0 } => $"{stage} {Texts.Text("text/submissions", "text", [new("submissions", $"{step.Total}")])}",
            _ => $"{stage} {Texts.Number(step.Done)}/{Texts.Number(step.Total)}",
        };
    }

    private void WriteRefusal(InputException refusal)
    {
        var message = Texts.Text(refusal.Key, "message", refusal.Arguments);
        var place = refusal.Location is { } location ? Places.Text(location, Texts) : null;
        var isNamed = refusal.Location is { } named && message.Contains(named.File, StringComparison.Ordinal);

        var head = place is null || isNamed ? message : $"{place}: {message}";
        Streams.Error.WriteLine($"{Colour.Error($"{Text("text/error")}{CodeOf(refusal.Key)}", ErrorHasColour)}: {head}");
        if (place is not null && isNamed && Places.IsInside(refusal.Location!)) Streams.Error.WriteLine($"  {Colour.Hint("-->", ErrorHasColour)} {place}");
        if (Loudness == Loudness.Verbose) WriteLineOf(refusal.Key, "why", refusal.Arguments);
        WriteLineOf(refusal.Key, "fix", refusal.Arguments);
    }

    // Mistakes of the line have no code: there is nothing to look up.
    private static string CodeOf(string key) => key.Split('/')[0] is var code && code.Contains('-', StringComparison.Ordinal) ? $"[{code}]" : "";

    private void WriteLineOf(string key, string part, ImmutableArray<FindingArgument> arguments)
    {
        if (!Texts.Has(key, part)) return;
        Streams.Error.WriteLine($"  {Colour.Hint(Text($"text/{part}"), ErrorHasColour)}: {Texts.Text(key, part, arguments)}");
    }
}
