namespace MigrationClean.Ingest.Columns;

/// <summary>A column in which some cells hold something else: what corrections make of a column.</summary>
internal static class ChangedColumns
{
    private const int Part = 4096;

    extension(Column column)
    {
        /// <summary>The column with these cells changed. O(rows + values). Values that no row holds any more are gone.</summary>
        /// <param name="texts">New text by row; <see langword="null"/> and empty are blank.</param>
        public Column With(IReadOnlyDictionary<int, string?> texts)
        {
            var codes = column.CodesOfAllRows();
            var added = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (row, text) in texts)
            {
                if (string.IsNullOrEmpty(text)) codes[row] = 0;
                else if (added.TryGetValue(text, out var known)) codes[row] = known;
                else codes[row] = added[text] = column.ValueCount + added.Count;
            }

            var isUsed = new bool[column.ValueCount + added.Count];
            foreach (var code in codes) isUsed[code] = true;
            var builder = new ColumnBuilder();
            var map = new int[isUsed.Length];
            for (var code = 1; code < column.ValueCount; code++)
                if (isUsed[code]) map[code] = builder.Add(column.Utf8(code), ValueKey.Of(column.Utf8(code)));
            foreach (var (text, code) in added.OrderBy(a => a.Key, StringComparer.Ordinal)) map[code] = builder.AddText(text);

            for (var row = 0; row < codes.Length; row++) codes[row] = map[codes[row]];
            for (var row = 0; row < codes.Length; row += Part) builder.Append(codes.AsSpan(row, Math.Min(Part, codes.Length - row)));
            builder.Kinds = column.Kinds == CellKinds.None && added.Count > 0 ? CellKinds.Text : column.Kinds;
            return builder.Build();
        }
    }
}
