using MigrationClean.Files;

namespace MigrationClean;

/// <summary>Where a clean run writes.</summary>
internal static class CleanOutput
{
    /// <summary>Checks and opens the output folder; <see langword="null"/> when the main table goes to a stream.</summary>
    /// <exception cref="Diagnostics.InputException">FILE-13: it exists, is an input, or can't be written.</exception>
    public static OutputFolder? Open(CleanRequest request) => request.Folder is null ? null : OutputFolder.Open(new()
    {
        Path = request.Folder,
        Force = request.Force,
        DryRun = request.DryRun,
        Inputs = [.. request.Input.Exports.Concat(request.Input.Forms).Append(request.Plan).OfType<InputFile>().Select(f => f.FullPath).OfType<string>()],
    });
}
