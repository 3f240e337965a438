using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions;

/// <summary>What a column of an export holds.</summary>
public enum ColumnRole
{
    /// <summary>Answers of a question (for a select_multiple: the column of all chosen names; for a point: the raw text).</summary>
    Answer,

    /// <summary>Whether one choice of a select_multiple was chosen: 1, 0 or blank.</summary>
    Chosen,

    /// <summary>One part of a geopoint.</summary>
    GeoPart,

    /// <summary>Link to an attachment.</summary>
    MediaUrl,

    /// <summary>A column of the server: <c>_id</c>, <c>_uuid</c>, <c>_submission__id</c>, <c>KEY</c> …</summary>
    Meta,

    /// <summary>Belongs to no question of any form given. Kept untouched, released never.</summary>
    Unknown,
}

/// <summary>A part of a geopoint.</summary>
public enum GeoPart
{
    /// <summary>Latitude in degrees.</summary>
    Latitude,

    /// <summary>Longitude in degrees.</summary>
    Longitude,

    /// <summary>Altitude in metres.</summary>
    Altitude,

    /// <summary>Accuracy in metres.</summary>
    Precision,
}

/// <summary>One column of a table, led back to the form.</summary>
public sealed record TableColumn
{
    /// <summary>What it holds.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>
    /// Canonical name, unique in its table: the question's name (its path where the name is ambiguous), <c>needs/water</c> for a choice,
    /// <c>_gps_latitude</c> for a part, the server's name for <see cref="ColumnRole.Meta"/>, the header for <see cref="ColumnRole.Unknown"/>.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The header as it stands in the file.</summary>
    public required string Header { get; init; }

    /// <summary>1-based position in its sheet.</summary>
    public required int Number { get; init; }

    /// <summary>The question in the newest form that has it; <see langword="null"/> for server columns and unknown ones.</summary>
    public Question? Question { get; init; }

    /// <summary>The question in each of <see cref="SubmissionSet.Forms"/>, or <see langword="null"/> there; empty where <see cref="Question"/> is <see langword="null"/>.</summary>
    public ImmutableArray<Question?> ByForm { get; init; } = [];

    /// <summary>For <see cref="ColumnRole.Chosen"/>: the choice's name.</summary>
    public string? Choice { get; init; }

    /// <summary>For <see cref="ColumnRole.GeoPart"/>: which.</summary>
    public GeoPart? Part { get; init; }

    /// <summary>The cells as they stand in the file.</summary>
    public required Column Raw { get; init; }

    /// <summary>
    /// The canonical answers: choices by XML name, <c>1</c>/<c>0</c> for chosen, ISO dates, numbers as written (from typed cells in shortest form).
    /// The same object as <see cref="Raw"/> where nothing had to be changed. Codes of the two differ.
    /// </summary>
    public required Column Value { get; init; }
}
