using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>The distinct texts of one written file, or of one part of it. Cells repeat, so that they are few beside the cells, and identifiers are looked up in them.</summary>
/// <remarks>Memory of the distinct texts. Texts of up to two bytes are left out: no identifier is as short.</remarks>
internal sealed class WrittenFile
{
    private const int Shortest = 3;

    private readonly ColumnBuilder _cells = new();
    private readonly ColumnBuilder _others = new();

    /// <param name="path">Path relative to <c>share/</c>, with <c>/</c>.</param>
    /// <param name="isData">Whether it is a table of data.</param>
    private WrittenFile(string path, bool isData) => (Path, IsData) = (path, isData);

    /// <summary>Path relative to <c>share/</c>, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Whether it is a table of data, not in our own words.</summary>
    public bool IsData { get; }

    /// <summary>Reads a file, or a part of it. O(bytes).</summary>
    /// <param name="path">Path relative to <c>share/</c>, with <c>/</c>.</param>
    /// <param name="isData">Whether it is a table of data.</param>
    /// <param name="content">Its bytes, at the beginning of the part.</param>
    /// <param name="length">Bytes of the part.</param>
    public static WrittenFile Read(string path, bool isData, Stream content, long length)
    {
        var file = new WrittenFile(path, isData);
        WrittenTexts.Read(path, content, length, isData, file.Add);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (name.Length > 0) file._others.AddText(name);
        return file;
    }

    /// <summary>Looks at each distinct text once.</summary>
    public void ForEach(TextFound look)
    {
        var (cells, others) = (_cells.Build(), _others.Build());
        for (var code = 1; code < cells.ValueCount; code++) look(cells.Utf8(code), isCell: true);
        for (var code = 1; code < others.ValueCount; code++) look(others.Utf8(code), isCell: false);
    }

    private void Add(ReadOnlySpan<byte> text, bool isCell)
    {
        if (text.Length >= Shortest) (isCell ? _cells : _others).Add(text, ValueKey.Of(text));
    }
}
