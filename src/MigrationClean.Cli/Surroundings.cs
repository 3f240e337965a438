using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli;

/// <summary>What a run has around it: streams, the reader's language, and the stages that do the work.</summary>
internal sealed record Surroundings(Streams Streams, Messages Texts, Stages Stages)
{
    /// <summary>The voice of a run.</summary>
    public Voice VoiceFor(CommonChoices choices) => new(Streams, Texts)
    {
        Loudness = choices.Loudness,
        ErrorHasColour = Colour.IsOn(choices.Colour, Streams.ErrorIsTerminal, Streams.Environment),
        OutHasColour = Colour.IsOn(choices.Colour, Streams.OutIsTerminal, Streams.Environment),
        MayShowProgress = choices.ShowsProgress && Colour.IsOn(ColourChoice.Auto, Streams.ErrorIsTerminal, TermAlone),
    };

    /// <summary>The voice before anything is known of the line.</summary>
    public Voice PlainVoice => VoiceFor(new());

    // NO_COLOR forbids colour, not a line that is redrawn; a dumb terminal cannot redraw.
    private Dictionary<string, string> TermAlone => new(StringComparer.Ordinal) { ["TERM"] = Streams.Environment.GetValueOrDefault("TERM", "") };
}
