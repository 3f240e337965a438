using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Csv;

/// <summary>Reads one text file with separators into a sheet.</summary>
internal static class CsvReading
{
    /// <summary>Reads a sheet, and says what was odd about it.</summary>
    /// <param name="utf8">The file's text as UTF-8.</param>
    /// <param name="location">File, and member of an archive.</param>
    /// <param name="threads">Workers.</param>
    /// <exception cref="InputException">FILE-02 no text at all; FILE-04, -05, -06.</exception>
    public static (Sheet Sheet, char Separator, ImmutableArray<Finding> Findings) Read(Stream utf8, Location location, int threads)
    {
        var source = new CsvSource(utf8, location);
        var builder = new SheetBuilder(location);
        new BlockPipeline(source, builder, threads).Run();
        if (!builder.HasHeader) throw new InputException("FILE-02/empty", location);
        var sheet = builder.Build(location.Sheet);
        return (sheet, source.Separator, SheetFindings.Of(builder, sheet));
    }
}
