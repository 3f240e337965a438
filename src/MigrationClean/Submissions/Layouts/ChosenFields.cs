using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Layouts;

/// <summary>Whether somebody chose fields for an export, so that the absence of a question says nothing (kobo-exports §9).</summary>
internal static class ChosenFields
{
    /// <summary>
    /// Server columns that make up no layout of any year, or most questions missing: a full export has all of a year's columns, one with chosen fields
    /// only those chosen besides <c>_uuid</c> and <c>meta/rootUuid</c>.
    /// </summary>
    public static bool WereChosen(AlignedExport export)
    {
        if (export.Export.Family is not (ExportFamily.K or ExportFamily.M)) return false;
        if (export.Sheets.FirstOrDefault(s => s.Source.IsMain) is not { } main) return false;
        var names = main.Source.ServerNames.OfType<string>().Where(n => n != ServerColumns.Index).ToHashSet(StringComparer.Ordinal);
        if (!ServerColumns.Layouts.Any(layout => names.IsSupersetOf(layout))) return true;
        var expected = main.Section.Questions.Count(q => q.NewestForm == 0 && q.Newest.HoldsAnswer);
        var present = main.Columns
            .Where(c => c.Column is { Role: ColumnRole.Answer or ColumnRole.Chosen })
            .Select(c => c.Column!.Question)
            .Distinct()
            .Count(q => q.Newest.HoldsAnswer);
        return present * 2 < expected;
    }
}
