namespace MigrationClean.Ingest.Cells;

/// <summary>Counts the records of a text file that have fewer fields than its header.</summary>
internal sealed class RaggedRows
{
    /// <summary>Fields of the header; 0 where rows have no fields to count.</summary>
    public int Width { get; set; }

    /// <summary>Records with fewer fields.</summary>
    public int ShortRows { get; private set; }

    /// <summary>Place of the first of them: 1-based row and line.</summary>
    public (int Number, int Line) FirstShort { get; private set; }

    /// <summary>Records whose quotes break the rules.</summary>
    public int BrokenQuotes { get; private set; }

    /// <summary>Place of the first of them.</summary>
    public (int Number, int Line) FirstBrokenQuotes { get; private set; }

    /// <summary>Counts records with broken quotes, the first of them at a place.</summary>
    public void NoteBrokenQuotes(int count, (int Number, int Line) place)
    {
        if (BrokenQuotes == 0) FirstBrokenQuotes = place;
        BrokenQuotes += count;
    }

    /// <summary>Looks at a record that is not blank.</summary>
    public void Note(in CellRow row, (int Number, int Line) place)
    {
        if (row.Fields == 0 || row.Fields >= Width) return;
        if (ShortRows++ == 0) FirstShort = place;
    }
}
