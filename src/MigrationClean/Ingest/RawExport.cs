using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest;

/// <summary>What holds the sheets.</summary>
public enum ContainerKind
{
    /// <summary>An .xlsx or .xlsm workbook.</summary>
    Workbook,

    /// <summary>One text file with separators.</summary>
    Csv,

    /// <summary>KoBo's data JSON.</summary>
    Json,

    /// <summary>A ZIP of CSV files (ODK Central, Ona).</summary>
    CsvArchive,
}

/// <summary>One export file, read: its sheets with coded columns, and what was odd about the file itself.</summary>
public sealed record RawExport
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>What holds the sheets.</summary>
    public required ContainerKind Kind { get; init; }

    /// <summary>The sheets in the container's order. A workbook's empty sheets are there, with no columns.</summary>
    public required ImmutableArray<Sheet> Sheets { get; init; }

    /// <summary>Separator of a text file; <see langword="null"/> elsewhere.</summary>
    public char? Separator { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hex digits: shown to its owner, never put into the manifest as it is.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>FILE findings: ragged rows, overflow cells, odd encodings.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>How to read.</summary>
public sealed record ReadOptions
{
    /// <summary>Name of an encoding for text that is not Unicode, <c>auto</c>, or <see langword="null"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Limits on what is read.</summary>
    public InputLimits Limits { get; init; } = new();

    /// <summary>Worker threads; 1 runs the same code without queues. Never changes the result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>Limits of robustness §3; exceeding one is FILE-05.</summary>
public sealed record InputLimits
{
    /// <summary>Largest XLSX, ZIP or JSON file in MiB.</summary>
    public int FileMegabytes { get; init; } = 512;

    /// <summary>Largest CSV file in MiB.</summary>
    public int CsvMegabytes { get; init; } = 4096;

    /// <summary>Largest expanded part in GiB.</summary>
    public int PartGibibytes { get; init; } = 1;

    /// <summary>Cells of a workbook, in millions.</summary>
    public int CellsMillion { get; init; } = 50;
}
