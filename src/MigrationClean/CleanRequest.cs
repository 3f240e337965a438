using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Writing;

namespace MigrationClean;

/// <summary>What <see cref="Pipeline.Clean"/> is to do: everything of <see cref="ValidateRequest"/>, then anonymise and write.</summary>
public sealed record CleanRequest
{
    /// <summary>Inputs, forms, checks.</summary>
    public required ValidateRequest Input { get; init; }

    /// <summary>The output folder; <see langword="null"/> = the main table as CSV to <see cref="Stream"/>.</summary>
    public string? Folder { get; init; }

    /// <summary>Where the main table goes for <c>-o -</c>; otherwise <see langword="null"/>.</summary>
    public Stream? Stream { get; init; }

    /// <summary>Whether an existing output folder is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Do everything but write.</summary>
    public bool DryRun { get; init; }

    /// <summary>The privacy plan, or <see langword="null"/> for the inferred one (a trial).</summary>
    public InputFile? Plan { get; init; }

    /// <summary>Level, project, key.</summary>
    public ReleaseSettings Release { get; init; } = new();

    /// <summary>What people read about the data set.</summary>
    public ReleaseDescription Description { get; init; } = new();

    /// <summary>How CSV is written.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>Whether <c>data.xlsx</c> is written.</summary>
    public bool Workbook { get; init; } = true;

    /// <summary>The form's language for labels in outputs; <see langword="null"/> = the form's default.</summary>
    public string? Labels { get; init; }

    /// <summary>Language of workbooks and texts written for people.</summary>
    public Language Language { get; init; }

    /// <summary>Cleaning logs that are applied on the way; none = nothing is corrected.</summary>
    public LogRequest Log { get; init; } = new();

    /// <summary>Whether old and new values of direct identifiers in the written log are replaced by keyed digests.</summary>
    public bool RedactLog { get; init; }

    /// <summary>The instant given by <c>--now</c>; the only clock that may get into an output.</summary>
    public DateTimeOffset? Now { get; init; }
}
