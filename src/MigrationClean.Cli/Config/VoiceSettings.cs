using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Config;

/// <summary>Reading the settings for a run, and saying under <c>--verbose</c> which they are.</summary>
internal static class VoiceSettings
{
    extension(Voice voice)
    {
        /// <summary>Finds and reads the settings file.</summary>
        /// <exception cref="InputException">It can't be read, or says something wrong.</exception>
        public ProjectSettings ReadSettings(CommonChoices choices)
        {
            var path = SettingsFile.Find(choices.Config, choices.WithoutConfig, voice.Streams.WorkingFolder);
            if (path is null) voice.Detail("text/no-settings");
            else voice.Detail("text/settings-used", new FindingArgument("file", Path.GetRelativePath(voice.Streams.WorkingFolder, path)));
            return SettingsFile.Read(path);
        }
    }
}
