using System.Collections.Immutable;

namespace MigrationClean.Checks.Outliers;

/// <summary>The spread of a column's answers, and of each group of them that is large enough to be judged against itself.</summary>
internal sealed class GroupedSpread
{
    private readonly RowGroups? _groups;
    private readonly Dictionary<int, Spread> _own = [];

    /// <summary>Works it out: distinct answers, one pass over the rows where there are groups.</summary>
    public GroupedSpread(CheckContext context, NumericColumn column, ImmutableArray<string> by, SpreadLimits limits)
    {
        (Column, All) = (column, Spread.Of(column.Plain(), limits));
        _groups = RowGroups.Of(context, column.Table, by);
        if (_groups is null || All.Kind == SpreadKind.TooFew) return;

        var counts = new Dictionary<(int Group, int Code), int>();
        foreach (var version in column.Versions)
            foreach (var (first, codes) in version.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (column.IsPlain(codes[i])) counts[(_groups.Of(first + i), codes[i])] = counts.GetValueOrDefault((_groups.Of(first + i), codes[i])) + 1;
        foreach (var group in counts.GroupBy(c => c.Key.Group))
        {
            var spread = Spread.Of(CountedValues.Of([.. group.Select(c => (column.Values[c.Key.Code], c.Value))]), limits);
            if (spread.Kind != SpreadKind.TooFew) _own.Add(group.Key, spread);
        }
    }

    /// <summary>The column.</summary>
    public NumericColumn Column { get; }

    /// <summary>The spread of all answers.</summary>
    public Spread All { get; }

    /// <summary>The groups that are judged against themselves, by name in the order of the export; none without <c>by</c>.</summary>
    public IEnumerable<(string Name, Spread Spread)> Groups => _own.OrderBy(g => g.Key).Select(g => (_groups!.Names[g.Key], g.Value));

    /// <summary>What a row is judged against.</summary>
    public Spread Of(int row) => _groups is not null && _own.TryGetValue(_groups.Of(row), out var own) ? own : All;

    /// <summary>Rows whose answer passes a test against what it is judged by.</summary>
    public IEnumerable<(AskedColumn Version, int Row, int Code, Spread Spread)> Where(Func<Spread, double, bool> isFound)
    {
        var marked = new bool[Column.Counts.Length];
        for (var code = 1; code < marked.Length; code++)
            marked[code] = Column.Counts[code] > 0 && Column.IsPlain(code) && _own.Values.Prepend(All).Any(s => isFound(s, Column.Values[code]));
        foreach (var (version, row, code) in Column.RowsOf(marked))
            if (Of(row) is var spread && isFound(spread, Column.Values[code])) yield return (version, row, code, spread);
    }
}
