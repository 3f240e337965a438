using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Commands.Log;

/// <summary>What the verbs that write a log have in common: workbook or CSV by the name, refusals with every line, notices.</summary>
internal static class LogOutput
{
    /// <summary>Refuses an output that could not be written, before the work.</summary>
    /// <exception cref="InputException">The name says neither workbook nor CSV; or it exists, or is an input.</exception>
    public static void Check(WritingChoices writing, IEnumerable<InputFile> inputs)
    {
        var output = writing.Output!;
        if (output == "-") return;
        if (!IsWorkbook(output) && !Path.GetExtension(output).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            throw UsageMistake.Of("log-output", ("typed", Path.GetFileName(output)));
        AtomicFile.Check(writing.FileOptions(output, inputs));
    }

    /// <summary>Ends the run where a log is refused: all its errors at once.</summary>
    /// <exception cref="InputException">There is an error.</exception>
    public static void RefuseErrors(IEnumerable<Finding> findings)
    {
        var errors = findings.Where(f => f.Severity == Severity.Error).Select(f => new InputException(f.MessageKey, f.Location, f.Arguments)).ToList();
        if (errors.Count > 0) throw new InputException(errors[0].Key, errors[0].Location, errors[0].Arguments) { Others = [.. errors.Skip(1)] };
    }

    /// <summary>Tells what people have to know of a log that was read.</summary>
    public static void Tell(IEnumerable<Finding> findings, Voice voice) => TellAll(findings.Where(f => f.Severity < Severity.Error), voice);

    /// <summary>Tells findings, whatever their severity, a line each.</summary>
    public static void TellAll(IEnumerable<Finding> findings, Voice voice)
    {
        foreach (var finding in findings)
        {
            var word = voice.Texts.Text($"report/severity-{(finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" })}", "text");
            voice.Say($"{word}[{finding.Check.Code}]: {Places.Text(finding.Location, voice.Texts)}: {voice.Texts.Text(finding.MessageKey, "message", finding.Arguments)}");
        }
    }

    /// <summary>Writes a log.</summary>
    /// <exception cref="InputException">The output can't be written, or CSV can't hold all of it.</exception>
    public static void Write(LogFile log, WritingChoices writing, CsvOptions csv, Voice voice)
    {
        var output = writing.Output!;
        if (output == "-")
        {
            using var stream = writing.DryRun ? Stream.Null : voice.Streams.OpenOut();
            log.WriteCsv(stream, csv);
            return;
        }

        var replaces = File.Exists(output);
        AtomicFile.Write(writing.FileOptions(output, []), stream =>
        {
            if (IsWorkbook(output)) log.WriteWorkbook(stream);
            else log.WriteCsv(stream, csv);
        }, ownerOnly: true);
        if (writing.DryRun) voice.Streams.Out.WriteLine(Summary.Planned(output, log.Lines, replaces, voice.Texts));
    }

    /// <summary>How CSV is written: the line's choices over those of the settings.</summary>
    public static CsvOptions Csv(CsvChoices choices, ProjectSettings settings) => settings.Csv with
    {
        Bom = choices.Bom ?? settings.Csv.Bom,
        Guard = choices.Guard ?? settings.Csv.Guard,
        CrLf = choices.CrLf ?? settings.Csv.CrLf,
    };

    /// <summary>Whether a name is that of a workbook.</summary>
    public static bool IsWorkbook(string output) => Path.GetExtension(output).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>How an output is called in a line of facts.</summary>
    public static string Shown(string output, Voice voice) => output == "-" ? voice.Text("text/stdout") : output;
}
