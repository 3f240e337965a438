using MigrationClean.Ingest;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Rows;

/// <summary>A sheet whose rows know their parents: rows of one parent in the order of the export's index.</summary>
/// <param name="Aligned">The sheet with its columns.</param>
/// <param name="Sheet">Its rows, put in order if they were not.</param>
/// <param name="Parent">The sheet of the parents; <see langword="null"/> for the main sheet, and where the input does not hold it.</param>
/// <param name="ParentRows">Row of the parent in the parent's <see cref="Sheet"/>, −1 for an orphan; empty for the main sheet.</param>
internal sealed record LinkedSheet(AlignedSheet Aligned, Sheet Sheet, LinkedSheet? Parent, int[] ParentRows)
{
    /// <summary>The column of a server's name, in the order of <see cref="Sheet"/>, or <see langword="null"/>.</summary>
    public Ingest.Columns.Column? Server(string name)
    {
        var place = Aligned.Source.ServerNames.IndexOf(name);
        return place < 0 ? null : Sheet.Columns[place];
    }

    /// <summary>The row of the main sheet that a row belongs to, −1 for an orphan.</summary>
    public int RootRow(int row)
    {
        var sheet = this;
        while (sheet.Parent is not null && row >= 0) (row, sheet) = (sheet.ParentRows[row], sheet.Parent);
        return sheet.Aligned.Source.IsMain ? row : -1;
    }

    /// <summary>The main sheet, or <see langword="null"/> if the input does not hold it.</summary>
    public LinkedSheet? Root => Aligned.Source.IsMain ? this : Parent?.Root;
}
