using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>Opens the file of a form, told apart by its content: a workbook, a text table, or JSON.</summary>
internal static class FormFile
{
    /// <summary>The sheets of a form, with the digest of its bytes.</summary>
    /// <exception cref="InputException">FILE-01 to FILE-06: it can't be read, or is something else.</exception>
    public static FormSource Read(InputFile file)
    {
        var source = JsonForm.IsJson(file) ? JsonForm.Read(file) : Workbook(file.Name, Grids(file));
        using var bytes = new OpenedInput(file);
        var sha256 = bytes.Sha256();
        return source with
        {
            Sha256 = sha256,
            Length = bytes.BytesRead,
            Attached = file.FullPath is { } path ? new AttachedTables(Path.GetDirectoryName(path)) : AttachedTables.None,
        };
    }

    /// <summary>A form from the sheets of a workbook.</summary>
    public static FormSource Workbook(string file, IEnumerable<Grid> grids) =>
        new(file, [.. grids.Select(grid => FormSheet.From(grid, FormSheet.NamesOf(grid.Name ?? "")))]);

    private static ImmutableArray<Grid> Grids(InputFile file)
    {
        try
        {
            return GridReader.Read(file);
        }
        catch (InputException refusal) when (refusal.Key == "FILE-02/zip")
        {
            // An archive of CSV files is an export elsewhere, so what is said of archives there does not fit a form.
            throw new InputException("FILE-02/form-archive", new() { File = file.Name });
        }
    }
}
