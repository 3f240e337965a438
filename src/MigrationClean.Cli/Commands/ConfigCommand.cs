using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands;

/// <summary><c>config show</c>: which settings hold, and where each comes from.</summary>
internal static class ConfigCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required string Format { get; init; }

        /// <summary>Settings that the line or the environment decides: key, values, origin.</summary>
        public ImmutableArray<ShownSetting> Given { get; init; } = [];
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = ["text", "json"], Default = "text" };
        var show = new Command("show");
        var reading = new ReadingArguments();
        new ReleaseArguments().AddTo(show);
        new ReleaseArguments().AddFormatTo(show);
        new CsvArguments().AddTo(show);
        show.Options.Add(reading.Form);
        show.Options.Add(format);

        show.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Format = line.One(format) ?? "text",
                Given = [.. show.Options.SelectMany(option => GivenBy(option, line))],
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return new("config") { show };
    }

    public static Task<ExitCode> RunAsync(Options options, Voice voice)
    {
        var settings = voice.ReadSettings(options.Common);
        var shown = EffectiveSettings.Of(settings.Document, options.Given);
        if (options.Format == "json") EffectiveSettings.WriteJson(settings.Document.File, shown, voice.Streams.Out);
        else EffectiveSettings.WriteText(settings.Document.File, shown, voice.Streams.Out, voice.Texts);
        return Task.FromResult(ExitCode.Done);
    }

    private static IEnumerable<ShownSetting> GivenBy(Option option, Line line)
    {
        var origin = line.IsOnLine(option) ? "option" : "environment";
        if (option is ValueOption { SettingsKey: { } key } value && line.Many(value) is { IsEmpty: false } values) yield return new(key, values, origin);
        if (option is Switch { SettingsKey: { } switched } turned && line.Is(turned)) yield return new(switched, ["true"], origin);
    }
}
