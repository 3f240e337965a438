using System.Collections.Immutable;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Outliers;

/// <summary>Rows of a table parted by the answers to some questions, of the same table or of those around it: the key <c>by</c> of a check.</summary>
internal sealed class RowGroups
{
    private readonly int[] _groups;

    private RowGroups(int[] groups, ImmutableArray<string> names) => (_groups, Names) = (groups, names);

    /// <summary>The groups' names: the answers, joined by a comma.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The group of a row.</summary>
    public int Of(int row) => _groups[row];

    /// <summary>Parts the rows; <see langword="null"/> where no question is named.</summary>
    /// <exception cref="Diagnostics.InputException"><c>settings/question-unknown</c>: no form has a question of that name.</exception>
    public static RowGroups? Of(CheckContext context, Table table, ImmutableArray<string> by)
    {
        if (by.IsEmpty) return null;
        var parts = by.Select(name => RowValues.Of(context, table, name, "by")).ToList();
        var (known, names) = (new Dictionary<string, int>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        var groups = new int[table.RowCount];
        for (var row = 0; row < groups.Length; row++)
        {
            var name = string.Join(", ", parts.Select(p => p?.TextAt(row) ?? ""));
            if (!known.TryGetValue(name, out var group))
            {
                known.Add(name, group = known.Count);
                names.Add(name);
            }

            groups[row] = group;
        }

        return new(groups, names.DrainToImmutable());
    }
}
