using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>Reads a form: an XLSForm workbook, a KoBo asset or a version of it in JSON, or JSON rows.</summary>
public static class FormReader
{
    private static readonly ImmutableArray<string> ExportColumns =
        ["_uuid", "_id", "_submission_time", "__version__", "_submission__id", "meta/instanceID", "meta-instanceID", "instanceID", "KEY", "SubmissionDate"];

    /// <summary>Reads a form, told apart by its content.</summary>
    /// <param name="file">A file or standard input.</param>
    /// <returns>The form with KoBo's own structures written out. What the converters would only warn about does not stop the reading.</returns>
    /// <exception cref="InputException">
    /// It is no form, or one whose questions can't be told: FILE-01 to FILE-06, FILE-08, FILE-09, with the place and the remedy.
    /// </exception>
    /// <remarks>Source: XLSForm as in xlsform §1 to §7; kobo-exports §3.8 for KoBo's structures, §14.2 for assets.</remarks>
    public static Form Read(InputFile file)
    {
        var source = JsonForm.IsJson(file) ? JsonForm.Read(file) : Workbook(file.Name, Grids(file));
        using var bytes = new OpenedInput(file);
        var sha256 = bytes.Sha256();
        return Read(source with { Sha256 = sha256, Length = bytes.BytesRead });
    }

    /// <summary>A form from the sheets of a workbook.</summary>
    internal static Form Read(string file, IEnumerable<Grid> grids) => Read(Workbook(file, grids));

    /// <summary>A form from its sheets.</summary>
    internal static Form Read(FormSource source)
    {
        var refusals = new Refusals(source.File);
        var survey = SurveyOf(source, refusals);
        var settings = new FormSettings(source.Find("settings"), refusals);
        refusals.ThrowIfAny();

        var (choices, external) = (source.Find("choices"), source.Find("external_choices"));
        var languages = FormLanguages.Of(source, new[] { survey, choices }.OfType<FormSheet>(), settings["default_language"]);
        var lists = choices is null ? FrozenDictionary<string, ChoiceList>.Empty : ChoiceLists.Read(choices, languages, refusals);
        var externalLists = external is null ? FrozenDictionary<string, ChoiceList>.Empty : ChoiceLists.Read(external, languages, refusals);

        var rows = new SurveyRows(survey, languages, !CellText.IsNo(settings["clean_text_values"]));
        foreach (var (name, value) in rows.Settings()) settings.AddMissing(name, value);
        var read = rows.Read().ToImmutableArray();
        // Notes and metadata get a name of their own, so a form of these alone needs no such column.
        var hasNames = survey.Has("name") || survey.Has("$autoname") || read.All(r => r.Name.Length > 0 || r.Type.Kind == RowKind.End);
        if (!hasNames) refusals.Add("FILE-08/form-no-name", new(survey.Name, 1, ""));
        var outline = Outline.Of(read, refusals);
        refusals.ThrowIfAny();

        var root = new FormTree(lists, externalLists, source, refusals).Build(settings["name"] ?? "data", outline);
        refusals.ThrowIfAny();
        return ReadAs(source, settings, root, languages, lists, externalLists, rows.VersionIds());
    }

    private static Form ReadAs(
        FormSource source,
        FormSettings settings,
        Group root,
        ImmutableArray<string?> languages,
        FrozenDictionary<string, ChoiceList> lists,
        FrozenDictionary<string, ChoiceList> externalLists,
        IEnumerable<string> versionIds)
    {
        var form = new Form(root)
        {
            Source = source.File,
            Id = settings["form_id"] ?? source.Uid,
            Title = source.Title ?? settings["form_title"],
            Version = source.VersionUid ?? settings["version"],
            VersionIds = [.. versionIds.Prepend(settings["version"]).Prepend(source.VersionUid).OfType<string>().Distinct(StringComparer.Ordinal)],
            DefaultLanguage = settings["default_language"],
            Languages = languages,
            InstanceName = settings.Expression("instance_name"),
            Settings = settings.All,
            Sha256 = source.Sha256,
            Length = source.Length,
            Lists = lists,
            ExternalLists = externalLists,
        };
        return form.Questions.IsEmpty ? throw new InputException("FILE-02/form-empty", new() { File = source.File }) : form;
    }

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

    private static FormSource Workbook(string file, IEnumerable<Grid> grids) =>
        new(file, [.. grids.Select(grid => FormSheet.From(grid, FormSheet.NamesOf(grid.Name ?? "")))]);

    /// <summary>The survey sheet, if it is there and its columns tell questions apart.</summary>
    private static FormSheet SurveyOf(FormSource source, Refusals refusals)
    {
        if (source.Survey is not { } survey)
        {
            if (source.Sheets.Any(IsExport)) throw new InputException("FILE-02/form-export", new() { File = source.File });
            var sheets = new FindingArgument("sheets", string.Join("`, `", source.Sheets.Select(s => s.Name)));
            throw source.Lookalike("survey") is { } near
                ? new InputException("FILE-09/form-survey-near", new() { File = source.File }, sheets, new("sheet", near))
                : new InputException("FILE-09/form-survey", new() { File = source.File }, sheets);
        }

        var place = new FormPlace(survey.Name, 1, "");
        if (!survey.Has("type"))
        {
            if (IsExport(survey)) throw new InputException("FILE-02/form-export", new() { File = source.File });
            var isHeader = survey.Headers.Any(h => h.Name is not null);
            var key = isHeader ? "FILE-08/form-no-type" : survey.Rows.IsEmpty ? "FILE-02/form-empty" : "FILE-08/form-no-header";
            refusals.Add(key, place);
        }

        survey.CheckHeaders(refusals);
        if (survey.Rows.Length > FormLimits.Rows)
            refusals.Add("FILE-05/form-rows", place with { Row = 0 }, new FindingArgument("limit", $"{FormLimits.Rows}"));
        refusals.ThrowIfAny();
        return survey;
    }

    private static bool IsExport(FormSheet sheet) =>
        !sheet.Has("type") && sheet.Headers.Any(h => ExportColumns.Contains(h.Text[(h.Text.LastIndexOf(':') + 1)..], StringComparer.Ordinal));
}
