using System.Collections.Immutable;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation;

/// <summary>
/// The only thing that may be written into <c>share/</c>. Its sole maker is <see cref="Anonymisation"/>'s anonymiser (the constructor is internal).
/// </summary>
public sealed class AnonymisedSubmissions
{
    internal AnonymisedSubmissions(ImmutableArray<AnonymisedTable> tables) => Tables = tables;

    /// <summary>The main table first, then repeats in form order. Tables without a released column are left out, the main one never.</summary>
    public ImmutableArray<AnonymisedTable> Tables { get; }

    /// <summary>The level of the release.</summary>
    public required ReleaseLevel Level { get; init; }

    /// <summary>Whether it is a trial: no person has confirmed the plan.</summary>
    public required bool IsTrial { get; init; }

    /// <summary>Id of the project's key, or <c>run</c> for one made for this run.</summary>
    public required string KeyId { get; init; }

    /// <summary>Submissions in the input, before any removal.</summary>
    public required int SubmissionsIn { get; init; }

    /// <summary>What was done to every column of the input, released or not, in the order of table and column.</summary>
    public required ImmutableArray<ColumnTreatment> Treatments { get; init; }

    /// <summary>What people must know about this release: that it is a trial, what was left out, what is not protected yet.</summary>
    public ImmutableArray<ReleaseWarning> Warnings { get; init; } = [];

    /// <summary>The risk that is left, measured on the released columns; <see langword="null"/> where nothing was measured.</summary>
    public RiskSummary? Risk { get; init; }
}

/// <summary>A released table. Rows stand in keyed order; columns in form order.</summary>
public sealed record AnonymisedTable
{
    /// <summary>File and sheet name: <c>main</c>, or the repeat's name made safe and unique.</summary>
    public required string Name { get; init; }

    /// <summary>The repeat's path without root; <see langword="null"/> for the main part.</summary>
    public string? Path { get; init; }

    /// <summary>Rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>Columns in the order they are written.</summary>
    public required ImmutableArray<AnonymisedColumn> Columns { get; init; }
}

/// <summary>How the values of a released column are to be written.</summary>
public enum ValueKind
{
    /// <summary>Free or coded text that is not of a choice list: guarded against formulas.</summary>
    Text,

    /// <summary>Names of a choice list, bands, 0/1: written as they are.</summary>
    Code,

    /// <summary>Numbers in invariant notation.</summary>
    Number,

    /// <summary>Dates and parts of dates: <c>2024-03-05</c>, <c>2024-03</c>, <c>2024-Q1</c>.</summary>
    Date,
}

/// <summary>A released column.</summary>
public sealed record AnonymisedColumn
{
    /// <summary>The header, unique in its table.</summary>
    public required string Name { get; init; }

    /// <summary>The values, rows already in released order.</summary>
    public required Column Values { get; init; }

    /// <summary>How they are written.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The question; <see langword="null"/> for keys and indexes that we made.</summary>
    public Question? Question { get; init; }

    /// <summary>For a 0/1 column of a select_multiple: the choice's name.</summary>
    public string? Choice { get; init; }

    /// <summary>The label, in all languages of the form.</summary>
    public LocalText Label { get; init; } = LocalText.Empty;

    /// <summary>Value labels in order, where values come from a list or bands; only values that the level may show.</summary>
    public ImmutableArray<(string Value, LocalText Label)> ValueLabels { get; init; } = [];
}

/// <summary>What was done to a column of the input: a row of the codebook and of the manifest.</summary>
/// <param name="Table">Repeat path, <see langword="null"/> = main.</param>
/// <param name="Column">Canonical name of the question or column.</param>
/// <param name="Role">Its role in the plan.</param>
/// <param name="Method">The method, e.g. <c>drop</c>, <c>band</c>.</param>
/// <param name="Parameters">Its parameters as in the plan, or "".</param>
/// <param name="Released">Whether it is in <c>share/</c>.</param>
/// <param name="Blanked">Number of cells blanked by suppression.</param>
public sealed record ColumnTreatment(
    string? Table, string Column, PrivacyRole Role, string Method, string Parameters, bool Released, int Blanked);
