using System.Collections.Immutable;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Tables;

/// <summary>Repeats without a sheet that are known to have no rows: KoBo makes a sheet when the first row comes (kobo-exports §7.1).</summary>
internal static class EmptyRepeats
{
    /// <summary>Paths of the repeats of which no input can hide rows.</summary>
    public static ImmutableHashSet<string> Of(ImmutableArray<AlignedExport> exports)
    {
        var paths = exports[0].Survey.Sections.Select(s => s.Path).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var export in exports)
            paths = paths.Except(export.Survey.Sections.Where(s => s.Repeat is not null && MayHideRows(export, s)).Select(s => s.Path!));
        return paths;
    }

    /// <summary>Whether rows of a repeat may exist that the export does not hold.</summary>
    public static bool MayHideRows(AlignedExport export, Section section)
    {
        if (export.Find(section) is not null) return false;
        if (export.Export.Main is not { } main) return !export.Export.Sheets.IsEmpty;
        return export.Export.Family switch
        {
            ExportFamily.J => false,
            // The legacy CSV has a column for each instance; a workbook or archive has sheets.
            ExportFamily.L => false,
            ExportFamily.K or ExportFamily.M when main.Sheet.Name is not null => ChosenFields.WereChosen(export) && export.Sheets.Length == 1,
            ExportFamily.K or ExportFamily.M => true,
            _ => main.Sheet.Name is null,
        };
    }
}
