using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>What is wrong with one form.</summary>
public sealed record LintResult
{
    /// <summary>The file's name as shown, <c>-</c> for standard input.</summary>
    public required string Form { get; init; }

    /// <summary>SHA-256 of the form's bytes, 64 lower-case hex digits; "" if unknown.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The findings in report order: sheet, row, column, code.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The rules that ran, in code order.</summary>
    public required ImmutableArray<LintRule> Rules { get; init; }
}
