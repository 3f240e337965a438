using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands.Log;

/// <summary>What checking and applying a log have in common.</summary>
internal static class LogRun
{
    /// <summary>What is read, with the settings' consent question and the reader's language.</summary>
    public static ValidateRequest RequestOf(ReadingChoices reading, string? consent, ProjectSettings settings, Voice voice)
    {
        var request = Requests.Validate(reading, null, settings, voice.Streams);
        return request with
        {
            Checks = request.Checks with { Consent = Requests.Consent(consent, request.Checks.Consent), Labels = settings.Labels, Reader = voice.Texts.Language },
        };
    }

    /// <summary>How the report is written.</summary>
    public static ReportOrder OrderOf(bool showValues, Voice voice) => new() { Format = "text", Language = voice.Texts.Language, ShowValues = showValues };

    /// <summary>Tells what a log did: lines, cells, and what that resolved and brought in.</summary>
    public static void Tell(LogReport report, Voice voice)
    {
        voice.Say(Facts(report, voice));
        voice.Say(voice.Text("text/log-facts", new("resolved", $"{report.Resolved}"), new("remaining", $"{report.Remaining}"), new("introduced", $"{report.Introduced.Length}")));
    }

    /// <summary><c>12 lines: 9 to apply, 1 applied already, 1 without action, 1 pending</c>.</summary>
    public static string Facts(LogReport report, Voice voice) => voice.Text(
        "text/log-checked",
        new("lines", $"{report.Lines}"),
        new("apply", $"{report.ToApply}"),
        new("already", $"{report.AlreadyApplied}"),
        new("none", $"{report.NoAction}"),
        new("pending", $"{report.Pending}"));
}
