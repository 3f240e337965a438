using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Checks;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Cli.Config;

/// <summary>Joins what the line says with what the settings say: option, else environment, else file, else default.</summary>
internal static class Requests
{
    /// <summary>Reason that <c>--consent none</c> leaves in manifest and report.</summary>
    private const string DeclaredOnTheLine = "declared on the command line (--consent none)";

    /// <summary>Most that is held of standard input, in MiB: an array holds no more.</summary>
    private const int MostHeldInMegabytes = 2047;

    /// <summary>What is to be read and checked.</summary>
    /// <exception cref="InputException">A file is not there, or no form is named.</exception>
    public static ValidateRequest Validate(ReadingChoices reading, CheckChoices? checks, ProjectSettings settings, Streams streams)
    {
        var forms = reading.Forms.IsEmpty ? settings.Forms : reading.Forms;
        if (forms.IsEmpty) throw UsageMistake.Of("no-form");

        return new()
        {
            Exports = Open(reading.Exports, streams),
            Forms = Open(forms, streams),
            Sample = checks is not null && (checks.Sample ?? settings.Sample) is { } sample ? Open(sample, streams) : null,
            TimeZone = reading.TimeZone ?? settings.TimeZone,
            Rules = Open(checks is { Rules.IsEmpty: false } ? checks.Rules : settings.LogicalChecks, streams),
            Reading = new()
            {
                Encoding = reading.Encoding,
                Limits = settings.Limits,
                Threads = reading.Threads ?? new ReadOptions().Threads,
            },
            Checks = new()
            {
                Select = checks?.Select ?? [],
                Ignore = [.. checks?.Ignore ?? [], .. settings.ChecksOff],
                Severities = settings.Severities,
                Named = settings.RulesNamed,
                Consent = settings.Consent,
                NaLiterals = settings.NaLiterals,
                Dialect = reading.Dialect,
                TimeZone = reading.TimeZone ?? settings.TimeZone,
                Threads = reading.Threads ?? 0,
                On = settings.ChecksOn,
                Options = settings.CheckOptions,
                Columns = settings.Columns,
                Codes = settings.Codes,
                Collection = settings.Collection,
            },
        };
    }

    /// <summary>The release's key as line and settings name it, with the folders in which it must not lie: those of the inputs and of the output.</summary>
    /// <param name="release">What the settings say.</param>
    /// <param name="key">The file named on the line, or <see langword="null"/>.</param>
    /// <param name="read">What is read.</param>
    /// <param name="output">The folder that is or holds the output, or <see langword="null"/>.</param>
    public static ReleaseSettings WithKey(ReleaseSettings release, string? key, ValidateRequest read, string? output)
    {
        var folders = read.Exports.Concat(read.Forms).Select(f => Path.GetDirectoryName(f.FullPath)).Append(output);
        return release with { KeyFile = key ?? release.KeyFile, DataFolders = [.. folders.OfType<string>().Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>The consent question of the line put over that of the settings.</summary>
    /// <param name="consent">A question, <c>none</c>, or <see langword="null"/>.</param>
    /// <param name="settings">Those of the file.</param>
    public static ConsentSettings Consent(string? consent, ConsentSettings settings) => consent switch
    {
        null => settings,
        "none" => settings with { Question = null, NotNeeded = settings.NotNeeded.Length > 0 ? settings.NotNeeded : DeclaredOnTheLine },
        _ => settings with { Question = consent, NotNeeded = "" },
    };

    /// <summary>Opens inputs; <c>-</c> is standard input, read into memory once.</summary>
    /// <exception cref="InputException">A file is not there, or nobody sends anything.</exception>
    public static ImmutableArray<InputFile> Open(IEnumerable<string> names, Streams streams) => [.. names.Select(name => Open(name, streams))];

    /// <summary>Opens an input; <c>-</c> is standard input, read into memory once.</summary>
    /// <exception cref="InputException">It is not there, or nobody sends anything.</exception>
    public static InputFile Open(string name, Streams streams)
    {
        if (name != "-") return InputFile.FromPath(name);
        if (streams.InIsTerminal) throw UsageMistake.Of("stdin-terminal");

        using var input = streams.OpenIn();
        var held = Hold(input, name, MostHeldInMegabytes);
        return InputFile.FromStream(name, () => new MemoryStream(held.GetBuffer(), 0, (int)held.Length, writable: false));
    }

    /// <summary>Reads a stream into memory.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="name">Its name as shown.</param>
    /// <param name="megabytes">Most that it may have, in MiB.</param>
    /// <exception cref="InputException">FILE-05: it has more.</exception>
    public static MemoryStream Hold(Stream input, string name, int megabytes)
    {
        var held = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = input.Read(piece)) > 0; held.Write(piece, 0, read))
            if (held.Length + read > (long)megabytes << 20) throw new InputException(name == "-" ? "FILE-05/held" : "FILE-05/size-fixed", new() { File = name }, new FindingArgument("limit", $"{megabytes}"));
        held.Position = 0;
        return held;
    }
}
