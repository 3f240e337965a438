using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A table without header: level 0 first, each level a function of the one before. Source: tables-and-settings §7.</summary>
internal sealed class Hierarchy
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _rows;

    private Hierarchy(string name, ImmutableDictionary<string, ImmutableArray<string>> rows, int levels)
    {
        Name = name;
        _rows = rows;
        Levels = levels;
    }

    /// <summary>The file as the plan names it.</summary>
    public string Name { get; }

    /// <summary>Number of levels, level 0 included.</summary>
    public int Levels { get; }

    /// <summary>Reads a hierarchy. A grid's header row is its first row.</summary>
    /// <exception cref="InputException">PRIV-13: a value stands twice, or one child has two parents.</exception>
    public static Hierarchy Read(Grid grid)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var parents = new Dictionary<(int Level, string Child), string>();
        foreach (var (number, cells) in grid.Rows.Select(r => (r.Number, r.Cells)).Prepend((1, grid.Headers)))
        {
            if (cells.IsEmpty || cells[0].Length == 0) continue;
            var place = new Location { File = grid.File, Sheet = grid.Name, Row = number };
            if (!rows.TryAdd(cells[0], cells)) throw new InputException("PRIV-13/twice", place, new FindingArgument("value", cells[0]));
            for (var level = 1; level < cells.Length; level++)
            {
                if (!parents.TryAdd((level, cells[level - 1]), cells[level]) && parents[(level, cells[level - 1])] != cells[level])
                    throw new InputException("PRIV-13/two-parents", place, new FindingArgument("value", cells[level - 1]));
            }
        }

        return new(grid.File, rows.ToImmutable(), grid.Headers.Length);
    }

    /// <summary>Whether it has a row for a value.</summary>
    public bool Has(string value) => _rows.ContainsKey(value);

    /// <summary>The category of a value at a level, or <see langword="null"/> where it has no row or the level is blank.</summary>
    public string? At(string value, int level) =>
        _rows.TryGetValue(value, out var cells) && level < cells.Length && cells[level].Length > 0 ? cells[level] : null;
}
