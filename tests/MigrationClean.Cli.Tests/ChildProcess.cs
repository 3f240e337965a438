using System.Diagnostics;
using System.Text;

namespace MigrationClean.Cli.Tests;

/// <summary>The built program in a process of its own: its streams are files or pipes, never a terminal.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;
    private volatile bool _saidAnything;

    private ChildProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = ReadErrorAsync();
    }

    /// <summary>Whether anything stands on standard error yet.</summary>
    public bool SaidAnything => _saidAnything;

    /// <summary>Starts the program.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="from">The folder of the built program; <see langword="null"/> = that of the tests.</param>
    /// <param name="variables">Further environment variables.</param>
    public static ChildProcess Start(string folder, string[] args, string? from = null, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Path.Combine(DotNetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(from ?? AppContext.BaseDirectory, "migrationclean.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"]) start.Environment[name] = "";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the end with nothing on standard input.</summary>
    public async Task<(int Code, string Out, string Error)> EndAsync()
    {
        _process.StandardInput.Close();
        return await WaitAsync();
    }

    /// <summary>Waits for the end with standard input left open: somebody might still type.</summary>
    public async Task<(int Code, string Out, string Error)> WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, await _out, await _error);
    }

    /// <summary>Sends a signal, <c>INT</c> or <c>TERM</c>.</summary>
    public async Task SendAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadErrorAsync()
    {
        var text = new StringBuilder();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            text.Append(line).Append('\n');
            _saidAnything = true;
        }

        return text.ToString();
    }

    private static string DotNetRoot => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
}
