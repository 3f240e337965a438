using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>What a form's file holds, whatever its kind: sheets of texts, and what an asset says about itself.</summary>
/// <param name="File">The file's name as shown.</param>
/// <param name="Sheets">Its sheets in order.</param>
internal sealed record FormSource(string File, ImmutableArray<FormSheet> Sheets)
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The files beside it.</summary>
    public AttachedTables Attached { get; init; } = AttachedTables.None;

    /// <summary>The asset's name, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The asset's uid, or <see langword="null"/>.</summary>
    public string? Uid { get; init; }

    /// <summary>The uid of the version that the content is, or <see langword="null"/>.</summary>
    public string? VersionUid { get; init; }

    /// <summary>The languages in the asset's order; empty where headers name them.</summary>
    public ImmutableArray<string?> Translations { get; init; } = [];

    /// <summary>The sheet of that name, exactly if there is one, else whatever its case; <see langword="null"/> if there is none.</summary>
    public FormSheet? Find(string name) =>
        Sheets.FirstOrDefault(s => s.Name == name)
        ?? Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The survey sheet; a single sheet of another name is taken for it (xlsform §1).</summary>
    public FormSheet? Survey => Find("survey") ?? (Sheets is [var only] ? only : null);

    /// <summary>A sheet that was probably meant by this name, and is not one of the others that a form has; <see langword="null"/> if none is near.</summary>
    public string? Lookalike(string name) => Sheets
        .Select(s => s.Name.Trim())
        .FirstOrDefault(s => !s.StartsWith('_') && !FormSheet.KnownNames.Contains(s.ToLowerInvariant()) && s.Length <= name.Length + 2
            && Nearest.Distance(s.ToLowerInvariant(), name) <= 2);
}
