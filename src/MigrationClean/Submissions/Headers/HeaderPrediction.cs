using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Headers;

/// <summary>Generates the columns of a table in order, from the form and the options of an export alone (kobo-exports §3, §12, §13).</summary>
internal sealed class HeaderPrediction
{
    private readonly Survey _survey;
    private readonly Dictionary<(int Form, string Name), Question> _labelled = [];

    /// <summary>Prepares the predictions of one survey.</summary>
    public HeaderPrediction(Survey survey)
    {
        _survey = survey;
        // KoBo looks labels up by name over the whole form, so that the last question of that name gives the label of all (§3.7).
        for (var f = 0; f < survey.Forms.Length; f++)
            foreach (var question in survey.Forms[f].Questions) _labelled[(f, question.Name)] = question;
    }

    /// <summary>The columns of a section under these options; the separator does not matter yet.</summary>
    public ImmutableArray<PredictedColumn> Of(Section section, HeaderStyle style) => style.Rules switch
    {
        HeaderRules.Kobo => [.. KoboOrder(section).SelectMany(q => Kobo(q, style))],
        HeaderRules.Path => [.. section.Questions.SelectMany(Path)],
        _ => [.. section.Questions.SelectMany(q => Central(q, section, style.Groups))],
    };

    /// <summary>The rows that KoBo moves to the front, in form order, then all others.</summary>
    private static IEnumerable<SurveyQuestion> KoboOrder(Section section) =>
        section.Path is null ? section.Questions.OrderBy(q => IsMovedToFront(q.Newest.Type) ? 0 : 1) : section.Questions;

    private static bool IsMovedToFront(QuestionType type) =>
        type is QuestionType.Start or QuestionType.End or QuestionType.Today or QuestionType.DeviceId or QuestionType.Username
            or QuestionType.PhoneNumber or QuestionType.Audit or QuestionType.StartGeopoint;

    private IEnumerable<PredictedColumn> Kobo(SurveyQuestion question, HeaderStyle style)
    {
        var newest = question.Newest;
        var label = LabelOf(question, style);
        ImmutableArray<string> groups = style.Groups ? [.. newest.Ancestors.Select(g => Label(g, style))] : [];

        if (newest.Type.IsPoint())
        {
            yield return new(ColumnRole.Answer, question, [label]); // without the group path, as the exporter does (§3.4)
            foreach (var part in PredictedColumn.Parts)
                yield return new(ColumnRole.GeoPart, question, [.. groups, $"_{label}_{PredictedColumn.Suffix(part)}"], Part: part);
            yield break;
        }

        yield return new(ColumnRole.Answer, question, [.. groups, label]);
        if (newest.Type == QuestionType.SelectMultiple)
        {
            foreach (var choice in question.Choices)
                yield return new(ColumnRole.Chosen, question, [.. groups, label, Label(choice, style)], choice.Name);
            if (newest.HasOrOther) yield return new(ColumnRole.Chosen, question, [.. groups, $"{label}/other"], "other");
        }
        else if (newest.Type.IsMedia())
        {
            yield return new(ColumnRole.MediaUrl, question, [.. groups, $"{label}_URL"]);
        }
    }

    /// <summary>A question that moved between versions has a column under each of its paths, the newest first.</summary>
    private static IEnumerable<PredictedColumn> Path(SurveyQuestion question) =>
        question.ByForm.OfType<Question>().DistinctBy(q => q.Path, StringComparer.Ordinal).SelectMany(version => Path(question, version));

    private static IEnumerable<PredictedColumn> Path(SurveyQuestion question, Question newest)
    {
        ImmutableArray<string> groups = [.. newest.Ancestors.Select(g => g.Name)];
        // The converter puts the audit into the meta block.
        if (newest.Type == QuestionType.Audit) groups = ["meta"];

        yield return new(ColumnRole.Answer, question, [.. groups, newest.Name]);
        if (newest.Type == QuestionType.SelectMultiple)
        {
            foreach (var choice in question.Choices)
                yield return new(ColumnRole.Chosen, question, [.. groups, newest.Name, choice.Name], choice.Name);
            if (newest.HasOrOther && !question.Choices.Any(c => c.Name == "other"))
                yield return new(ColumnRole.Chosen, question, [.. groups, newest.Name, "other"], "other");
        }
        else if (newest.Type.IsPoint())
        {
            foreach (var part in PredictedColumn.Parts)
                yield return new(ColumnRole.GeoPart, question, [.. groups, $"_{newest.Name}_{PredictedColumn.Suffix(part)}"], Part: part);
        }
    }

    private static IEnumerable<PredictedColumn> Central(SurveyQuestion question, Section section, bool withGroups)
    {
        var newest = question.Newest;
        ImmutableArray<string> groups = withGroups ? [.. Inside(newest, section).Select(g => g.Name)] : [];
        if (newest.Type == QuestionType.Audit && withGroups) groups = ["meta"];

        if (newest.Type.IsPoint())
        {
            foreach (var part in PredictedColumn.Parts)
                yield return new(ColumnRole.GeoPart, question, [.. groups, newest.Name, part == GeoPart.Precision ? "Accuracy" : $"{part}"], Part: part);
            yield break;
        }

        yield return new(ColumnRole.Answer, question, [.. groups, newest.Name]);
        if (newest.Type != QuestionType.SelectMultiple) yield break;
        foreach (var choice in question.Choices)
            yield return new(ColumnRole.Chosen, question, [.. groups, $"{newest.Name}/{choice.Name}"], choice.Name);
        if (newest.HasOrOther && !question.Choices.Any(c => c.Name == "other"))
            yield return new(ColumnRole.Chosen, question, [.. groups, $"{newest.Name}/other"], "other");
    }

    /// <summary>The groups between a section's repeat and a question.</summary>
    private static IEnumerable<Group> Inside(Question question, Section section) =>
        section.Repeat is null ? question.Ancestors : question.Ancestors.SkipWhile(g => !g.IsRepeat || g != question.Repeat).Skip(1);

    private string LabelOf(SurveyQuestion question, HeaderStyle style)
    {
        var name = question.Newest.Name;
        if (style.IsXml) return name;
        return _labelled[(question.NewestForm, name)].Label.In(style.Language) is { Length: > 0 } label ? label : name;
    }

    private static string Label(Group group, HeaderStyle style) =>
        style.IsXml ? group.Name : group.Label.In(style.Language) is { Length: > 0 } label ? label : group.Name;

    private static string Label(SurveyChoice choice, HeaderStyle style) =>
        style.IsXml ? choice.Name : choice.Newest?.Label.In(style.Language) is { Length: > 0 } label ? label : choice.Name;
}
