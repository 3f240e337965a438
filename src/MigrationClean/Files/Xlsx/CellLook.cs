namespace MigrationClean.Files.Xlsx;

/// <summary>How cells of a workbook for people look. Compared by content, so that a workbook has each look once.</summary>
internal sealed record CellLook
{
    /// <summary>Text, at the top of the cell, wrapped: what most columns are.</summary>
    public static readonly CellLook Text = new();

    /// <summary>Fill as six hex digits, or <see langword="null"/>.</summary>
    public string? Fill { get; init; }

    /// <summary>Colour of the letters as six hex digits.</summary>
    public string Letters { get; init; } = "000000";

    /// <summary>Size of the letters in points.</summary>
    public int Points { get; init; } = 11;

    /// <summary>Whether the letters are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether long texts go on in a second line; the text then stands at the top of its cell.</summary>
    public bool Wraps { get; init; } = true;

    /// <summary>Whether what is typed in stays a text: leading zeros, signs.</summary>
    public bool StaysText { get; init; } = true;

    /// <summary>Whether it is a day: what is typed in the way of the reader's country is understood and shown as <c>2024-03-05</c>.</summary>
    public bool IsDate { get; init; }

    /// <summary>Whether a person may fill it although the sheet is protected.</summary>
    public bool IsOpen { get; init; }
}
