#pragma warning disable RS0030 // The line is drawn on the process's own standard error, which is a terminal here.
using Spectre.Console;

namespace MigrationClean.Cli.Terminal;

/// <summary>One line on standard error while work takes long: the stage, what is done of the total. Wiped at the end.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs work on a worker thread and shows the line from half a second on.</summary>
    /// <param name="work">Given where to tell its steps.</param>
    /// <param name="words">A step in the reader's language.</param>
    public static async Task<T> ShowAsync<T>(Func<IProgress<Step>, T> work, Func<Step, string> words)
    {
        var last = new LastStep();
        var running = Task.Run(() => work(last));
        if (await Task.WhenAny(running, Task.Delay(Patience)) == running) return await running;

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Live(LineOf(words(last.Step))).AutoClear(true).StartAsync(async live =>
        {
            do live.UpdateTarget(LineOf(words(last.Step)));
            while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(100))) != running);
            return await running;
        });
    }

    private static Text LineOf(string words) => new(words) { Overflow = Overflow.Ellipsis };

    /// <summary>The step told last; read by the line's own pace, so that telling costs nothing.</summary>
    private sealed class LastStep : IProgress<Step>
    {
        private readonly Lock _lock = new();

        public Step Step { get { lock (_lock) return field; } private set; }

        public void Report(Step value)
        {
            lock (_lock) Step = value;
        }
    }
}
