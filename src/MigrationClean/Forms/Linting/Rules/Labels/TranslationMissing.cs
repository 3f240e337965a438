using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A language that some texts of a sheet have is missing from others.</summary>
internal sealed class TranslationMissing : LintRule
{
    public override CheckId Id => new("LINT-41", "translation-missing");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var sheet in new[] { form.Survey, form.Choices }.OfType<FormSheet>())
        {
            // A language called `default` is that of the texts without one.
            var texts = FormLanguages.Texts(sheet).Select(h => h.Language == "default" ? h with { Language = null } : h).ToList();
            var columns = texts.Select(t => t.Name!).Distinct(StringComparer.Ordinal).ToList();
            foreach (var language in texts.Where(t => t.Language is not null).Select(t => t.Language).Distinct(StringComparer.Ordinal).Concat(Unnamed(texts)))
            {
                var missing = columns.Where(c => !texts.Exists(t => t.Name == c && t.Language == language)).ToList();
                if (missing.Count == 0) continue;
                var finding = Found(new(sheet.Name, 1, ""), language, new("sheet", sheet.Name), new("language", language ?? ""), new("columns", string.Join("`, `", missing)));
                yield return language is null ? finding with { Variant = "unnamed" } : finding;
            }
        }
    }

    // Texts without a language are one of their own as soon as others have one.
    private static IEnumerable<string?> Unnamed(List<Header> texts) =>
        texts.Exists(t => t.Language is null) && texts.Exists(t => t.Language is not null) ? [null] : [];
}
