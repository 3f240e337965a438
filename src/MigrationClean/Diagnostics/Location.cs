namespace MigrationClean.Diagnostics;

/// <summary>A place in an input, as the spreadsheet shows it. What does not apply is <see langword="null"/>.</summary>
public sealed record Location
{
    /// <summary>The file's name as shown to the user.</summary>
    public required string File { get; init; }

    /// <summary>The sheet; <see langword="null"/> in CSV and JSON.</summary>
    public string? Sheet { get; init; }

    /// <summary>1-based row; the header is row 1. In CSV a record with line ends inside quotes is one row.</summary>
    public int? Row { get; init; }

    /// <summary>1-based physical line of a text file, where it differs from <see cref="Row"/>.</summary>
    public int? Line { get; init; }

    /// <summary>The text of the column's header.</summary>
    public string? Column { get; init; }

    /// <summary>1-based position of the column in its sheet.</summary>
    public int? ColumnNumber { get; init; }
}
