using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>The numbers of a column, for thresholds and bands that depend on how many rows hold them.</summary>
internal static class Numbers
{
    /// <summary>All numbers, ascending, one a row that holds one. O(rows log rows).</summary>
    public static List<double> Of(Column column)
    {
        var counts = column.CountByCode();
        var numbers = new List<double>();
        for (var code = 1; code < counts.Length; code++)
            if (counts[code] > 0 && Band.Parse(column.Text(code)) is { } number) numbers.AddRange(Enumerable.Repeat(number, counts[code]));
        numbers.Sort();
        return numbers;
    }

    /// <summary>The quantile of type 7: h = (n−1)p, linear between neighbours.</summary>
    /// <param name="ascending">At least one number.</param>
    /// <param name="p">0–1.</param>
    public static double Quantile(List<double> ascending, double p)
    {
        var h = (ascending.Count - 1) * p;
        var below = (int)Math.Floor(h);
        var above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + ((h - below) * (ascending[above] - ascending[below]));
    }
}
