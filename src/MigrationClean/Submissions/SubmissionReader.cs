using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;
using MigrationClean.Submissions.Rows;
using MigrationClean.Submissions.Tables;
using MigrationClean.Submissions.Values;

namespace MigrationClean.Submissions;

/// <summary>Leads exports back to the questionnaire: from sheets of raw text to tables of canonical answers.</summary>
/// <remarks>Headers are predicted from the form and the export's options, then aligned in order (kobo-exports §16), not guessed one by one.</remarks>
public static class SubmissionReader
{
    /// <summary>Reads the submissions of one survey.</summary>
    /// <param name="exports">The inputs in the user's order; at least one. Several of one data set are put one below the other.</param>
    /// <param name="forms">The form versions, at least one. The newest is told by its number or by when it was first used, else it is the first.</param>
    /// <returns>One main table, the repeats that the inputs hold, and what alignment found.</returns>
    /// <exception cref="InputException">FILE-10: less than half of an input's columns belong to the form.</exception>
    /// <remarks>O(cells); values are worked on once per distinct value, separate columns once per combination that occurs.</remarks>
    public static SubmissionSet Read(IReadOnlyList<RawExport> exports, IReadOnlyList<Form> forms)
    {
        var recognised = Together([.. exports.Select(ExportRecognition.Of)]);
        var versions = FormVersions.NewestFirst(forms, recognised.Select(r => r.Main).OfType<ExportSheet>());
        var (byName, byPath) = (Survey.Of(versions, ColumnKey.Name), Survey.Of(versions, ColumnKey.Path));
        ImmutableArray<AlignedExport> aligned = [.. recognised.Select(r => AlignedExport.Of(r, byName, byPath))];
        foreach (var export in aligned) WrongForm.Refuse(export);

        var parts = aligned.Select(export => PartsOf(export, versions)).ToList();
        var tables = TableAssembly.Of(byName, [.. parts.Select(p => p.Parts)], [.. parts.Select(p => p.Forms)], EmptyRepeats.Of(aligned));
        return new()
        {
            Forms = versions,
            Inputs = [.. exports.Select((raw, input) => Layout.Of(raw, input, aligned))],
            Main = tables[0],
            Repeats = tables[1..],
            NotExported = NotExported.Of(versions[0], tables),
            Findings =
            [
                .. exports.SelectMany(e => e.Findings),
                .. SameVersion.Of(forms),
                .. aligned.SelectMany(ColumnFindings.Of),
                .. parts.SelectMany(p => ParentFindings.Of(p.Linked)),
                .. aligned.SelectMany((export, i) => NotExported.Findings(export, parts[i].Linked)),
            ],
        };
    }

    /// <summary>Child tables that came as files of their own join the export that holds their main table.</summary>
    private static ImmutableArray<Export> Together(ImmutableArray<Export> exports)
    {
        List<Export> together = [];
        List<Export> waiting = [];
        foreach (var export in exports)
        {
            if (export.Main is null && !export.Sheets.IsEmpty)
            {
                if (together.FindLastIndex(t => t.Main is not null) is >= 0 and var last) together[last] = Joined(together[last], export);
                else waiting.Add(export);
                continue;
            }

            together.Add(waiting.Aggregate(export, Joined));
            waiting.Clear();
        }

        return [.. together, .. waiting];
    }

    private static Export Joined(Export main, Export children) =>
        main with { Sheets = [.. main.Sheets, .. children.Sheets], Strange = [.. main.Strange, .. children.Strange] };

    private static (ImmutableArray<LinkedSheet> Linked, ImmutableArray<TablePart> Parts, FormVersions? Forms) PartsOf(AlignedExport export, ImmutableArray<Form> forms)
    {
        var linked = ParentLinks.Of(export);
        var main = export.Export.Main;
        var versions = main is null ? null : FormVersions.Of(main, forms);
        if (export.Sheets.FirstOrDefault(s => s.Source.IsMain) is { } aligned)
        {
            if (export.Style.Style.Rules == HeaderRules.Kobo) versions = versions!.Corrected(aligned, forms.Length, export.Export.BlankWords.Contains);
            else if (export.Export.Family == ExportFamily.J) versions = versions!.CorrectedByPaths(aligned, forms.Length);
        }

        var parts = linked.Select(sheet =>
        {
            int[] roots = sheet.Aligned.Source.IsMain
                ? versions!.FormOfRow
                : [.. Enumerable.Range(0, sheet.Sheet.RowCount).Select(row => versions is not null && sheet.RootRow(row) is >= 0 and var root ? versions.FormOfRow[root] : 0)];
            var reading = new Reading
            {
                Language = export.Style.Style.Language,
                Family = export.Export.Family,
                IsTyped = Layout.IsTyped(export) || Layout.IsRewritten(export),
                BlankWords = export.Export.BlankWords,
                Versions = new(roots, forms.Length),
            };
            return PartColumns.Of(sheet, reading, sheet.Aligned.Source.IsMain ? versions!.IsKnown : []);
        });
        return (linked, [.. parts], versions);
    }
}
