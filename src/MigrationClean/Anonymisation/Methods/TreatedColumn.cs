using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>What a method made of a column.</summary>
internal sealed record TreatedColumn
{
    /// <summary>The new values.</summary>
    public required Column Values { get; init; }

    /// <summary>How they are written.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>Cells that held an answer and are blank now.</summary>
    public int Blanked { get; init; }

    /// <summary>Labels of values, in order; those of values that do not occur are left out later.</summary>
    public ImmutableArray<(string Value, LocalText Label)> Labels { get; init; } = [];

    /// <summary>The column's name, where it is not the question's.</summary>
    public string? Name { get; init; }

    /// <summary>For sets of choices: the choices that get a 0/1 column.</summary>
    public ImmutableArray<(string Name, LocalText Label)> Indicators { get; init; } = [];

    /// <summary>Whether the column of the sets themselves is left out, and only 0/1 columns are written.</summary>
    public bool OnlyIndicators { get; init; }

    /// <summary>What was worked out on the way and is published with the data, e.g. <c>at=8;above=12</c>; "" = nothing beyond the plan.</summary>
    public string Published { get; init; } = "";
}
