using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>What checks ask a table.</summary>
internal static class TableWords
{
    extension(Table table)
    {
        /// <summary>
        /// The columns of a select_multiple's choices, in the order of the file; empty where the export has one column of names alone.
        /// </summary>
        public ImmutableArray<TableColumn> ChosenColumnsOf(Question question) =>
        [
            .. table.Columns.Where(c => c.Role == ColumnRole.Chosen && (c.Question == question || c.ByForm.Contains(question))),
        ];

        /// <summary>Whether rows of the table belong to rows of another: the table itself, or one above it.</summary>
        public bool LiesBelow(Table above)
        {
            for (var at = table; at is not null; at = at.Parent)
                if (at == above) return true;
            return false;
        }

        /// <summary>The row of a table above (or this one) that a row belongs to; −1 for an orphan.</summary>
        public int RowIn(Table above, int row)
        {
            for (var at = table; at != above && row >= 0; at = at.Parent!) row = at.ParentRows[row];
            return row;
        }
    }

    extension(Table table)
    {
        /// <summary>A row as a sentence names it: its number, with file and sheet where the rows come from several.</summary>
        public string PlaceOf(int row)
        {
            var location = table.LocationOf(row);
            var number = location.Row!.Value.ToString(CultureInfo.InvariantCulture);
            if (table.Segments.Length == 1) return number;
            return location.Sheet is null ? $"{location.File}:{number}" : $"{location.File}:{location.Sheet}:{number}";
        }
    }

    extension(SubmissionSet submissions)
    {
        /// <summary>Index into <see cref="SubmissionSet.Forms"/> of the version that a row was collected with; 0 for an orphan.</summary>
        public int FormIndexOf(Table table, int row)
        {
            if (submissions.Main.FormOfRow.IsEmpty) return 0;
            var root = table.RootRow(row);
            return root < 0 ? 0 : submissions.Main.FormOfRow[root];
        }
    }
}
