using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean;

/// <summary>What <see cref="Pipeline.Validate"/> is to do.</summary>
public sealed record ValidateRequest
{
    /// <summary>The exports; at least one.</summary>
    public required ImmutableArray<InputFile> Exports { get; init; }

    /// <summary>The form's versions; at least one.</summary>
    public required ImmutableArray<InputFile> Forms { get; init; }

    /// <summary>Everything that is read: exports, forms, decided logs, the sample. None of them may be written over.</summary>
    public IEnumerable<InputFile> Inputs => Sample is { } sample ? [.. Exports, .. Forms, .. Decided, sample] : [.. Exports, .. Forms, .. Decided];

    /// <summary>How to read.</summary>
    public ReadOptions Reading { get; init; } = new();

    /// <summary>Tables of the user's own rules (LOG-01); those of the form hold besides.</summary>
    public ImmutableArray<InputFile> Rules { get; init; } = [];

    /// <summary>Cleaning logs whose acceptances hold for what <see cref="Pipeline.Validate"/> finds; nothing is corrected.</summary>
    public ImmutableArray<InputFile> Decided { get; init; } = [];

    /// <summary>The key that the ids of findings are made with; empty = none.</summary>
    public ImmutableArray<byte> FindingKey { get; init; } = [];

    /// <summary>Settings of the checks.</summary>
    public CheckSettings Checks { get; init; } = new();

    /// <summary>The clients' audit logs; <see langword="null"/> = none.</summary>
    public InputFile? Audit { get; init; }

    /// <summary>The planned sample, CSV or workbook; <see langword="null"/> = none.</summary>
    public InputFile? Sample { get; init; }

    /// <summary>IANA name of the zone of instants that carry no offset; <see langword="null"/> = as they are written.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Told where the run is; <see langword="null"/> = nobody waits.</summary>
    public IProgress<Step>? Progress { get; init; }
}
