using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A row of the survey sheet, by canonical column: what the tree is built of and KoBo's structures are rewritten in.</summary>
internal sealed record SurveyRow
{
    /// <summary>Its place; the column is the type's header.</summary>
    public required FormPlace Place { get; init; }

    /// <summary>The type cell as written.</summary>
    public required string TypeText { get; init; }

    /// <summary>The type cell, understood.</summary>
    public required TypeCell Type { get; init; }

    /// <summary>The name, "" if it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name as written, "" if the cell is blank: <see cref="Name"/> has one made for notes and metadata.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>Every other cell that is not blank, by canonical name, with the header above it.</summary>
    public ImmutableDictionary<string, (string Text, string Header)> Cells { get; init; } = ImmutableDictionary<string, (string, string)>.Empty;

    /// <summary>The texts for people by canonical name.</summary>
    public ImmutableDictionary<string, LocalText> Texts { get; init; } = ImmutableDictionary<string, LocalText>.Empty;

    /// <summary>Columns that mean nothing to the tree, by header as written.</summary>
    public FrozenDictionary<string, string> Extra { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The cell of a column, <see langword="null"/> if blank.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var cell) ? cell.Text : null;

    /// <summary>The text of a column, empty if there is none.</summary>
    public LocalText Text(string column) => Texts.GetValueOrDefault(column, LocalText.Empty);

    /// <summary>The expression of a logic column, <see langword="null"/> if blank.</summary>
    public FormExpression? Expression(string column) => Cells.TryGetValue(column, out var cell)
        ? new(CellText.Logic(cell.Text), Place with { Column = cell.Header })
        : null;

    /// <summary>The same row with another cell; a blank one takes it away.</summary>
    public SurveyRow With(string column, string? text) => this with
    {
        Cells = string.IsNullOrEmpty(text)
            ? Cells.Remove(column)
            : Cells.SetItem(column, (text, Cells.TryGetValue(column, out var cell) ? cell.Header : Place.Column)),
    };

    /// <summary>The same row with another label.</summary>
    public SurveyRow WithLabel(LocalText label) => this with { Texts = Texts.SetItem("label", label) };

    /// <summary>A row that stands for this one in a structure: its place, nothing else.</summary>
    public SurveyRow As(TypeCell type, string typeText, string name) => new() { Place = Place, Type = type, TypeText = typeText, Name = name };
}
