namespace MigrationClean.Checks.Distribution;

/// <summary>A number for each pair of enumerator and stratum: what answers are counted by, so that people are compared where they both worked.</summary>
internal sealed class EnumeratorCells
{
    private EnumeratorCells(int[] cellOf, int[] enumeratorOf, int[] stratumOf, int[] firstRows) =>
        (CellOf, EnumeratorOf, StratumOf, FirstRows) = (cellOf, enumeratorOf, stratumOf, firstRows);

    /// <summary>The cell of each row of the main table, −1 where the enumerator is not known or the row is a copy.</summary>
    public int[] CellOf { get; }

    /// <summary>The enumerator of each cell, from 0.</summary>
    public int[] EnumeratorOf { get; }

    /// <summary>The stratum of each cell, from 0.</summary>
    public int[] StratumOf { get; }

    /// <summary>A row of each enumerator.</summary>
    public int[] FirstRows { get; }

    /// <summary>How many cells.</summary>
    public int Count => EnumeratorOf.Length;

    /// <summary>How many strata.</summary>
    public int Strata => Count == 0 ? 0 : StratumOf.Max() + 1;

    /// <summary>The cells of a set. O(rows).</summary>
    /// <param name="context">The submissions.</param>
    /// <param name="by">Questions that part them into strata, <c>site</c> = that of the settings; none = the largest place of the settings, as places differ.</param>
    public static EnumeratorCells Of(CheckContext context, IReadOnlyList<string> by)
    {
        var main = context.Submissions.Main;
        if (by.Count == 0 && context.Settings.Columns.Site is [var largest, ..] && main.Find(largest) is not null) by = [largest];
        var columns = by.Select(name => main.Find(name == "site" ? context.Interviews.Fieldwork.Site ?? name : name) ?? throw UnknownName.Of("question", "by", name, main.Columns.Select(c => c.Name))).ToList();
        var people = context.Interviews.Timed.By;
        var (cellOf, cells) = (new int[main.RowCount], new Dictionary<(string, string), int>());
        Array.Fill(cellOf, -1);
        var (enumerators, strata) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var (enumeratorOf, stratumOf, firstRows) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var row in context.Interviews.Timed.Rows)
        {
            var person = people[row];
            if (person.Length == 0 || person[0] == '\u0001') continue;
            var stratum = columns.Count == 0 ? "" : string.Join('\u001F', columns.Select(c => c.Value.TextAt(row).Trim()));
            if (!cells.TryGetValue((person, stratum), out var cell))
            {
                cells.Add((person, stratum), cell = cells.Count);
                if (enumerators.TryAdd(person, enumerators.Count)) firstRows.Add(row);
                strata.TryAdd(stratum, strata.Count);
                enumeratorOf.Add(enumerators[person]);
                stratumOf.Add(strata[stratum]);
            }

            cellOf[row] = cell;
        }

        return new(cellOf, [.. enumeratorOf], [.. stratumOf], [.. firstRows]);
    }
}
