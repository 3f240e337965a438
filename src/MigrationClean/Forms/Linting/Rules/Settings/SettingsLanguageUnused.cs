using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>No text of the form belongs to the <c>default_language</c>.</summary>
internal sealed class SettingsLanguageUnused : LintRule
{
    public override CheckId Id => new("LINT-14", "settings-language-unused");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Settings["default_language"] is not { } language) yield break;
        var languages = new[] { form.Survey, form.Choices }.OfType<FormSheet>().SelectMany(FormLanguages.Named).Distinct(StringComparer.Ordinal).ToList();
        // Texts without a language are in the default one.
        if (languages.Count == 0 || languages.Contains(language) || languages.Contains(null) || languages.Contains("default")) yield break;
        yield return Found(form.PlaceOfSetting("default_language"), language,
            new("language", language), new FindingArgument("languages", string.Join("`, `", languages)));
    }
}
