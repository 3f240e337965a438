namespace MigrationClean.Diagnostics;

/// <summary>
/// The order of findings in every report for programs: file, sheet, row, column, code; ordinal, nothing before something.
/// </summary>
internal static class FindingOrder
{
    /// <summary>Equal only where two findings say the same, so that the order never depends on who found first.</summary>
    public static IComparer<Finding> Comparer { get; } = Comparer<Finding>.Create(Compare);

    private static int Compare(Finding a, Finding b)
    {
        var order = string.CompareOrdinal(a.Location.File, b.Location.File);
        if (order == 0) order = string.CompareOrdinal(a.Location.Sheet, b.Location.Sheet);
        if (order == 0) order = Nullable.Compare(a.Location.Row, b.Location.Row);
        if (order == 0) order = string.CompareOrdinal(a.Location.Column, b.Location.Column);
        if (order == 0) order = string.CompareOrdinal(a.Check.Code, b.Check.Code);
        if (order == 0) order = string.CompareOrdinal(a.Check.Name, b.Check.Name);
        if (order == 0) order = Nullable.Compare(a.Location.ColumnNumber, b.Location.ColumnNumber);
        if (order == 0) order = string.CompareOrdinal(a.Variant, b.Variant);
        if (order == 0) order = string.CompareOrdinal(a.Question, b.Question);
        for (var i = 0; order == 0 && i < Math.Min(a.Arguments.Length, b.Arguments.Length); i++)
            order = string.CompareOrdinal(a.Arguments[i].Value, b.Arguments[i].Value);
        return order;
    }
}
