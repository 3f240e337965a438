using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A language of the questions' labels is missing from those of the choices, or the other way round.</summary>
internal sealed class TranslationMissingChoices : LintRule
{
    public override CheckId Id => new("LINT-42", "translation-missing-choices");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Survey is not { } survey || form.Choices is not { } choices) yield break;
        var (asked, answered) = (Languages(form, survey), Languages(form, choices));
        if (asked.Count == 0 || answered.Count == 0) yield break;
        foreach (var language in asked.Except(answered, StringComparer.Ordinal))
            yield return Found(new(choices.Name, 1, ""), language, new("language", language), new FindingArgument("sheet", choices.Name));
        foreach (var language in answered.Except(asked, StringComparer.Ordinal))
            yield return Found(new(survey.Name, 1, ""), language, new("language", language), new FindingArgument("sheet", survey.Name));
    }

    // Texts without a language are in the default one, whatever it is called.
    private static List<string> Languages(LintContext form, FormSheet sheet) => [.. FormLanguages.Texts(sheet)
        .Where(h => h.Name == "label")
        .Select(h => h.Language ?? form.Settings["default_language"] ?? "default")
        .Distinct(StringComparer.Ordinal)];
}
