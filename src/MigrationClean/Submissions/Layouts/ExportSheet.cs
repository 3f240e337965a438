using System.Collections.Immutable;
using MigrationClean.Ingest;

namespace MigrationClean.Submissions.Layouts;

/// <summary>A sheet of an export with its server columns recognised.</summary>
internal sealed record ExportSheet
{
    /// <summary>The sheet as read; for repeats that stood beside each other in one CSV, the sheet they make.</summary>
    public required Sheet Sheet { get; init; }

    /// <summary>Whether it holds the main part.</summary>
    public required bool IsMain { get; init; }

    /// <summary>The server's name of each column, <see langword="null"/> for the others.</summary>
    public required ImmutableArray<string?> ServerNames { get; init; }

    /// <summary>The headers that may belong to questions, <see langword="null"/> elsewhere.</summary>
    public required ImmutableArray<string?> Headers { get; init; }

    /// <summary>Index of the input that it stands in.</summary>
    public required int Input { get; init; }

    /// <summary>1-based number of each column in the file; empty where that is the position. (Of repeats laid side by side: the first instance's.)</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>1-based number of a column in the file.</summary>
    public int NumberOf(int position) => Numbers.IsEmpty ? position + 1 : Numbers[position];

    /// <summary>The column of a server's name, or <see langword="null"/>.</summary>
    public Ingest.Columns.Column? Server(string name)
    {
        var place = ServerNames.IndexOf(name);
        return place < 0 ? null : Sheet.Columns[place];
    }
}

/// <summary>One export, or a main table with the child tables of the same data set that came as files of their own.</summary>
internal sealed record Export
{
    /// <summary>Whose exporter made it.</summary>
    public required ExportFamily Family { get; init; }

    /// <summary>Whether a client program rewrote it: R, pandas, a spreadsheet saved as CSV.</summary>
    public required bool IsRewritten { get; init; }

    /// <summary>Words that stand for a blank cell: <c>n/a</c> in legacy exports, <c>NA</c> where R wrote the file.</summary>
    public ImmutableArray<string> BlankWords { get; init; } = [];

    /// <summary>The sheets, the main one first if there is one.</summary>
    public required ImmutableArray<ExportSheet> Sheets { get; init; }

    /// <summary>Sheets that are no part of an export: no server column and not the only sheet.</summary>
    public ImmutableArray<Sheet> Strange { get; init; } = [];

    /// <summary>The main sheet, or <see langword="null"/>.</summary>
    public ExportSheet? Main => Sheets.FirstOrDefault(s => s.IsMain);
}
