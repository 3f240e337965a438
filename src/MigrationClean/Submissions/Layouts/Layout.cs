using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Layouts;

/// <summary>What was recognised of an input, as facts for reports.</summary>
internal static class Layout
{
    /// <summary>The layout of one input.</summary>
    public static ExportLayout Of(RawExport raw, int input, ImmutableArray<AlignedExport> aligned)
    {
        var export = aligned.FirstOrDefault(a => a.Sheets.Any(s => s.Source.Input == input));
        var layout = new ExportLayout
        {
            File = raw.File,
            Sha256 = raw.Sha256,
            Length = raw.Length,
            Family = raw.Kind == ContainerKind.Json ? ExportFamily.J : ExportFamily.K,
        };
        if (export is null) return layout;

        var (family, style) = (export.Export.Family, export.Style.Style);
        var columns = export.Sheets.SelectMany(s => s.Columns).Select(c => c.Column).OfType<PredictedColumn>().ToList();
        var isKobo = style.Rules == HeaderRules.Kobo;
        return layout with
        {
            Family = IsRewritten(export) ? ExportFamily.M : family,
            Language = !isKobo ? null : style.Language ?? "_default",
            Groups = family == ExportFamily.J ? null : style.Groups,
            GroupSeparator = family == ExportFamily.J ? null : style.Separator,
            SelectMultiple = SelectMultiple(columns),
            Typed = family is ExportFamily.J or ExportFamily.C or ExportFamily.B ? null : IsTyped(export),
            Media = isKobo ? columns.Any(c => c.Role == ColumnRole.MediaUrl) : null,
            Hxl = isKobo ? export.Sheets.Any(s => !s.Source.Sheet.HxlTags.IsEmpty) : null,
            Tables =
            [
                .. export.Sheets
                    .Where(s => s.Source.Input == input)
                    .Select(s => (s.Section.Path, family == ExportFamily.J ? null : s.Source.Sheet.Name, s.Source.Sheet.RowCount)),
            ],
        };
    }

    /// <summary>Whether a client program rewrote the export: told by its container or by how its headers compare.</summary>
    public static bool IsRewritten(AlignedExport export) => export.Export.IsRewritten || export.Style.Mode is HeaderMode.MakeNames or HeaderMode.Letters;

    /// <summary>Whether cells are typed: a number or date outside the columns that always are, or Python's date-times in a text file (kobo-exports §15).</summary>
    public static bool IsTyped(AlignedExport export) => export.Sheets.Any(sheet => Enumerable.Range(0, sheet.Columns.Length).Any(i =>
        sheet.Source.ServerNames[i] is not ("_id" or ServerColumns.Index or ServerColumns.ParentIndex or "_submission__id")
        && ((sheet.Source.Sheet.Columns[i].Kinds & (CellKinds.Number | CellKinds.Date)) != CellKinds.None || HoldsPythonInstant(sheet, i))));

    private static bool HoldsPythonInstant(AlignedSheet sheet, int position)
    {
        var isInstant = sheet.Source.ServerNames[position] == "_submission_time"
            || sheet.Columns[position].Column is { Role: ColumnRole.Answer, Question.Newest.Type: QuestionType.DateTime or QuestionType.Start or QuestionType.End };
        var column = sheet.Source.Sheet.Columns[position];
        return isInstant && column.ValueCount > 1 && column.Utf8(1) is { Length: >= 16 } value && value[10] == ' ' && value[4] == '-';
    }

    private static SelectMultipleLayout SelectMultiple(List<PredictedColumn> columns)
    {
        var isSingle = columns.Any(c => c.Role == ColumnRole.Answer && c.Question.Newest.Type == QuestionType.SelectMultiple);
        var isSeparate = columns.Any(c => c.Role == ColumnRole.Chosen);
        return (isSingle, isSeparate) switch
        {
            (true, true) => SelectMultipleLayout.Both,
            (true, false) => SelectMultipleLayout.Single,
            (false, true) => SelectMultipleLayout.Separate,
            _ => SelectMultipleLayout.None,
        };
    }
}
