using System.Collections.Immutable;

namespace MigrationClean.Files.Xlsx;

/// <summary>A sheet that people read or fill in, its rows given one after the other.</summary>
internal sealed record PaperSheet
{
    /// <summary>Its name: by Excel's rules, and no other sheet's.</summary>
    public required string Name { get; init; }

    /// <summary>Its columns.</summary>
    public required ImmutableArray<PaperColumn> Columns { get; init; }

    /// <summary>Its rows below the header; read once.</summary>
    public required IEnumerable<PaperRow> Rows { get; init; }

    /// <summary>How the header looks; <see langword="null"/> = the sheet has none.</summary>
    public CellLook? Header { get; init; }

    /// <summary>Whether the header stays in sight and filters.</summary>
    public bool HasFilter { get; init; }

    /// <summary>Columns that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Whether only open cells can be changed; there is no password.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether it is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Its drop-down lists and other rules about what may be typed.</summary>
    public ImmutableArray<PaperList> Lists { get; init; } = [];
}

/// <summary>A column of a <see cref="PaperSheet"/>.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="Look">Look of its cells, also of those below the last row.</param>
internal sealed record PaperColumn(string Header, double Width, CellLook Look)
{
    /// <summary>Looks of rows of tone 1, 2, …; a tone without one looks as <see cref="Look"/>.</summary>
    public ImmutableArray<CellLook> Tones { get; init; } = [];

    /// <summary>Looks of cells of kind 1, 2, …, whatever the tone; empty = the kind makes no difference.</summary>
    public ImmutableArray<CellLook> Kinds { get; init; } = [];

    /// <summary>Whether its cells are whole numbers and stand as such.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>A row of a <see cref="PaperSheet"/>.</summary>
/// <param name="Cells">A text for each column, "" = blank.</param>
/// <param name="Tone">Which of the columns' looks, 0 = their own.</param>
/// <param name="Kind">Which of the looks of a column that has some for kinds, 0 = none.</param>
internal readonly record struct PaperRow(string[] Cells, int Tone = 0, int Kind = 0);

/// <summary>A rule about what may be typed into ranges of a column.</summary>
/// <param name="Range">Name of the range with the values of a drop-down list; the lower bound of a number or date; "" = anything.</param>
/// <param name="Places">The cells, e.g. <c>H2:H9</c>.</param>
/// <param name="Refusal">What is said when something else is typed.</param>
/// <param name="IsStrict">Whether something else is refused, not only warned of.</param>
internal sealed record PaperList(string Range, IReadOnlyList<string> Places, string Refusal, bool IsStrict)
{
    /// <summary><c>list</c>, <c>whole</c>, <c>decimal</c>, <c>date</c>, or <c>none</c> for a rule that only shows its prompt.</summary>
    public string Type { get; init; } = "list";

    /// <summary>The upper bound of a number or date.</summary>
    public string? Upper { get; init; }

    /// <summary>Heading of what is shown when the cell is chosen, at most 32 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is shown when the cell is chosen, at most 255 characters; "" = nothing.</summary>
    public string Prompt { get; init; } = "";
}

/// <summary>A named range.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">The cells with absolute references, e.g. <c>lists!$A$2:$A$9</c>.</param>
internal readonly record struct PaperRange(string Name, string Place);
