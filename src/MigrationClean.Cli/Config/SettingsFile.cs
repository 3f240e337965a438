using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Cli.Config;

/// <summary>Finds the settings file: the one named, else the nearest from the working folder up.</summary>
internal static class SettingsFile
{
    private const int MostMegabytes = 1;

    /// <summary>Its name.</summary>
    public const string Name = "migrationclean.yaml";

    /// <summary>The path of the file in use; <see langword="null"/> if there is none.</summary>
    public static string? Find(string? named, bool without, string workingFolder)
    {
        if (without) return null;
        if (named is not null) return named;
        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Name);
            if (File.Exists(path)) return path;
        }

        return null;
    }

    /// <summary>Reads the file and judges it; without a path everything is as by default.</summary>
    /// <exception cref="InputException">FILE-01 or FILE-15: it can't be read, or says something wrong; all mistakes at once.</exception>
    public static ProjectSettings Read(string? path)
    {
        if (path is null) return new(SettingsDocument.None);

        var input = InputFile.FromPath(path);
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetDirectoryName(input.FullPath)!);
        try
        {
            var (document, mistakes) = SettingsReader.Read(input.Name, folder == "." ? "" : folder, TextOf(input));
            var settings = new ProjectSettings(document);
            SettingsReader.ThrowAll(mistakes.Concat(ProjectSettingsValidator.Judge(settings)));
            return settings;
        }
        catch (DecoderFallbackException)
        {
            throw new InputException("FILE-15/encoding", new() { File = input.Name });
        }
    }

    private static string TextOf(InputFile input)
    {
        try
        {
            using var bytes = input.Open();
            using var text = new StreamReader(Requests.Hold(bytes, input.Name, MostMegabytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return text.ReadToEnd();
        }
        catch (IOException)
        {
            throw new InputException("FILE-01/locked", new() { File = input.Name });
        }
    }
}
