using System.Collections.Immutable;
using MigrationClean.Ingest;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Layouts;

/// <summary>A sheet whose columns are led back to the form.</summary>
/// <param name="Source">The sheet.</param>
/// <param name="Section">The part of the survey that it holds.</param>
/// <param name="Columns">By position.</param>
internal sealed record AlignedSheet(ExportSheet Source, Section Section, ImmutableArray<AlignedColumn> Columns)
{
    /// <summary>Columns that belong to the form.</summary>
    public int Known => Columns.Count(c => c.Column is not null);

    /// <summary>Columns that are not the server's.</summary>
    public int All => Source.Headers.Count(h => h is not null);
}

/// <summary>An export whose sheets and columns are led back to the form.</summary>
internal sealed record AlignedExport
{
    /// <summary>The export.</summary>
    public required Export Export { get; init; }

    /// <summary>The survey as this exporter cuts it into tables.</summary>
    public required Survey Survey { get; init; }

    /// <summary>The options found.</summary>
    public required StyleFound Style { get; init; }

    /// <summary>The sheets, outer before inner.</summary>
    public required ImmutableArray<AlignedSheet> Sheets { get; init; }

    /// <summary>Sheets that belong to no part of the survey.</summary>
    public ImmutableArray<Sheet> Strange { get; init; } = [];

    /// <summary>The sheet of a section, or <see langword="null"/>.</summary>
    public AlignedSheet? Find(Section section) => Sheets.FirstOrDefault(s => s.Section == section);

    /// <summary>Leads an export back to the survey.</summary>
    /// <param name="export">The export.</param>
    /// <param name="byName">The survey cut as KoBo does.</param>
    /// <param name="byPath">The survey cut as all others do.</param>
    public static AlignedExport Of(Export export, Survey byName, Survey byPath)
    {
        var rules = export.Family switch
        {
            ExportFamily.K or ExportFamily.M => HeaderRules.Kobo,
            ExportFamily.C or ExportFamily.B => HeaderRules.Central,
            _ => HeaderRules.Path,
        };
        var survey = rules == HeaderRules.Kobo ? byName : byPath;
        var search = new StyleSearch(survey);
        var sheets = export.Sheets.Select(s => new SheetHeaders(s.Headers, SectionsOf(s, survey))).ToImmutableArray();
        var found = LanguageByValues.Choose(search.FindAll(rules, sheets), export, search);
        var layout = search.LayoutOf(found, sheets);

        List<AlignedSheet> aligned = [];
        List<Sheet> strange = [.. export.Strange];
        for (var i = 0; i < sheets.Length; i++)
        {
            var section = found.Sections[i];
            if (section is null || aligned.Any(a => a.Section == section))
            {
                strange.Add(export.Sheets[i].Sheet);
                continue;
            }

            var others = rules == HeaderRules.Path && export.Family == ExportFamily.J ? [] : search.Others(section, found.Style);
            var predicted = search.Predict(section, found.Style);
            var columns = Alignment.Align(sheets[i].Headers, predicted, found.Style, found.Mode, c => StyleSearch.Has(layout, c), others);
            aligned.Add(new(export.Sheets[i], section, [.. columns]));
        }

        return new()
        {
            Export = export,
            Survey = survey,
            Style = found,
            Sheets = [.. aligned.OrderBy(a => survey.Sections.IndexOf(a.Section))],
            Strange = [.. strange],
        };
    }

    /// <summary>The sections that a sheet may be, those of its name first.</summary>
    private static ImmutableArray<Section> SectionsOf(ExportSheet sheet, Survey survey)
    {
        if (sheet.IsMain) return [survey.Main];
        var repeats = survey.Sections.Where(s => s.Repeat is not null).ToList();
        var path = sheet.Sheet.ParentRows is not null ? sheet.Sheet.Name : CentralKeys.PathOf(sheet);
        var exact = repeats.Where(s => s.Path == path).ToList();
        if (exact.Count > 0) return [.. exact];
        return [.. repeats.OrderBy(s => SheetNames.Is(sheet.Sheet.Name, s.Repeat!) ? 0 : 1)];
    }
}
