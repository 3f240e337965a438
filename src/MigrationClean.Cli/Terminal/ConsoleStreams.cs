#pragma warning disable RS0030 // This is the one place that touches the console.
using System.Collections;
using System.Text;

namespace MigrationClean.Cli.Terminal;

/// <summary>The streams of the process: UTF-8 without a byte order mark and <c>\n</c> on every system.</summary>
internal static class ConsoleStreams
{
    /// <summary>Opens the streams. Changes the console's output encoding, which loses Cyrillic on Windows otherwise.</summary>
    public static Streams Open()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = utf8;

        return new()
        {
            Out = new StreamWriter(OpenOut(), utf8, bufferSize: 16384) { NewLine = "\n", AutoFlush = !Console.IsOutputRedirected },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            OpenOut = OpenOut,
            OpenIn = Console.OpenStandardInput,
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Environment = Variables(),
            WorkingFolder = Environment.CurrentDirectory,
        };
    }

    private static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables()) variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }

    private static OutgoingStream OpenOut() => new(Console.OpenStandardOutput());
}
