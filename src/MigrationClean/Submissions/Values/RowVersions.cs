using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Values;

/// <summary>The form version of each row of a table, and the rewriting of a column by values and versions.</summary>
internal sealed class RowVersions
{
    private readonly int[]? _formOfRow;

    /// <summary>Rows with their versions.</summary>
    /// <param name="formOfRow">Index of the form version of each row, or <see langword="null"/> if all rows are of the newest.</param>
    /// <param name="forms">How many form versions there are.</param>
    public RowVersions(int[]? formOfRow, int forms)
    {
        _formOfRow = formOfRow is not null && formOfRow.AsSpan().ContainsAnyExcept(0) ? formOfRow : null;
        Forms = forms;
        Present = _formOfRow is null ? [0] : [.. _formOfRow.Distinct().Order()];
    }

    /// <summary>How many form versions there are.</summary>
    public int Forms { get; }

    /// <summary>The versions that occur, as indexes, ascending.</summary>
    public IReadOnlyList<int> Present { get; }

    /// <summary>The version of a row.</summary>
    public int Of(int row) => _formOfRow?[row] ?? 0;

    /// <summary>Tells rows of different versions apart.</summary>
    public void AddTo(RowCombinations combinations)
    {
        if (_formOfRow is not null) combinations.Add(_formOfRow, Forms);
    }

    /// <summary>The column with every value rewritten as its row's version reads it; the same column if nothing changes.</summary>
    /// <param name="column">The column.</param>
    /// <param name="read">From a text and the index of a form version to the canonical text; <see langword="null"/> is blank. Called once per value and version.</param>
    public Column Rewrite(Column column, Func<string, int, string?> read)
    {
        if (column.IsBlank) return column;
        var texts = new string?[Present.Count][];
        var (isSame, isOne) = (true, true);
        for (var v = 0; v < texts.Length; v++) texts[v] = new string?[column.ValueCount];
        for (var code = 1; code < column.ValueCount; code++)
        {
            var text = column.Text(code);
            for (var v = 0; v < texts.Length; v++)
            {
                texts[v][code] = read(text, Present[v]);
                isSame &= texts[v][code] == text;
                isOne &= texts[v][code] == texts[0][code];
            }
        }

        if (isSame) return column;
        if (isOne)
        {
            // MapValues calls once per code, in order.
            var code = 0;
            return column.MapValues(_ => texts[0][++code]);
        }

        var combinations = new RowCombinations(column.RowCount);
        var codes = column.CodesOfAllRows();
        combinations.Add(codes, column.ValueCount);
        AddTo(combinations);
        var place = Present.Select((form, v) => (form, v)).ToDictionary(p => p.form, p => p.v);
        return combinations.Build([.. combinations.FirstRows().Select(row => texts[place[Of(row)]][codes[row]])], column.Kinds);
    }

    /// <summary>The same where the version does not matter.</summary>
    public static Column Rewrite(Column column, Func<string, string?> read) => new RowVersions(null, 1).Rewrite(column, (text, _) => read(text));
}
