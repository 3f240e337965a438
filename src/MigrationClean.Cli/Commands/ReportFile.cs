using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary>Where a report goes: to a file that appears whole, or to standard output.</summary>
internal static class ReportFile
{
    /// <summary>Refuses a file that could not be written, before the work.</summary>
    /// <exception cref="Diagnostics.InputException">FILE-13.</exception>
    public static void Check(WritingChoices writing, IEnumerable<InputFile> inputs)
    {
        if (writing.Output is { } path && path != "-") AtomicFile.Check(writing.FileOptions(path, inputs));
    }

    /// <summary>Writes the report.</summary>
    public static void Write(WritingChoices writing, Voice voice, Action<TextWriter> write)
    {
        if (writing.Output is not { } path || path == "-")
        {
            write(voice.Loudness == Loudness.Silent ? TextWriter.Null : voice.Streams.Out);
            return;
        }

        var replaces = File.Exists(path);
        AtomicFile.Write(writing.FileOptions(path, []), stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            write(text);
        });
        if (writing.DryRun) voice.Streams.Out.WriteLine(Summary.Planned(path, null, replaces, voice.Texts));
    }
}
