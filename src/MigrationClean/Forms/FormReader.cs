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
    public static Form Read(InputFile file) => Read(FormFile.Read(file));

    /// <summary>A form from the sheets of a workbook.</summary>
    internal static Form Read(string file, IEnumerable<Grid> grids) => Read(FormFile.Workbook(file, grids));

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
        var outline = Outline.Of(read, source.File);
        foreach (var mismatch in outline.Mismatches) mismatch.Refuse(refusals);
        refusals.ThrowIfAny();

        foreach (var row in read)
        {
            if (row.Name.Length == 0 && row.Type.Kind != RowKind.End)
                refusals.Add("FILE-02/form-name", row.Place with { Column = "name" }, new FindingArgument("type", row.TypeText));
            else if (ListUse.Of(row) is { } use && !use.IsIn(lists, externalLists)) RefuseList(use, source, lists, externalLists, refusals);
        }

        refusals.ThrowIfAny();
        var root = new FormTree(lists, externalLists, source).Build(settings["name"] ?? "data", outline.Nodes);
        return ReadAs(source, settings, root, languages, lists, externalLists, rows.VersionIds());
    }

    /// <summary>Says that there is no list of that name, with the one that was probably meant.</summary>
    private static void RefuseList(
        ListUse use, FormSource source, FrozenDictionary<string, ChoiceList> choices, FrozenDictionary<string, ChoiceList> external, Refusals refusals)
    {
        var (row, lists) = (use.Row, use.Sheet == "choices" ? choices : external);
        if (use.List is not { } name)
        {
            refusals.Add("FILE-02/form-structure-list", row.Place, new("type", row.TypeText), new("name", row.Name));
            return;
        }

        var arguments = ImmutableArray.Create<FindingArgument>(new("list", name), new("name", row.Name));
        if (source.Find(use.Sheet) is null)
        {
            // The list of a select_one_external may be in a file that the converter makes; only a sheet that is there can lack it.
            if (use.Sheet != "choices") return;
            if (source.Lookalike(use.Sheet) is { } lookalike) refusals.Add("FILE-09/form-choices-near", row.Place, [.. arguments, new("sheet", lookalike)]);
            else refusals.Add("FILE-09/form-choices", row.Place, arguments);
        }
        else if (Nearest.To(name, lists.Keys.Order(StringComparer.Ordinal)) is { } near)
            refusals.Add("FILE-02/form-list-near", row.Place, [.. arguments, new("near", near)]);
        else
            refusals.Add("FILE-02/form-list", row.Place, arguments);
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
            Attached = source.Attached,
            Lists = lists,
            ExternalLists = externalLists,
        };
        return form.Questions.IsEmpty ? throw new InputException("FILE-02/form-empty", new() { File = source.File }) : form;
    }

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
