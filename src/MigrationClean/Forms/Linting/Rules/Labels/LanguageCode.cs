using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A language has no registered code in parentheses: clients can't tell which it is.</summary>
internal sealed class LanguageCode : LintRule
{
    /// <summary>The converter looks for no code in shorter names, which are codes themselves.</summary>
    private const int FewestLetters = 3;

    public override CheckId Id => new("LINT-43", "language-code");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (var sheet in new[] { form.Survey, form.Choices }.OfType<FormSheet>())
        {
            for (var i = 0; i < sheet.Headers.Length; i++)
            {
                if (!FormLanguages.IsText(sheet, sheet.Headers[i]) || sheet.Headers[i].Language is not { } language || HasCode(language)) continue;
                if (sheet.Rows.Any(row => row.Cells[i].Length > 0) && told.Add(language)) yield return Of(FoundAt(sheet, i), language);
            }
        }

        // Texts without a language are in the default one as soon as others name theirs.
        if (form.Settings["default_language"] is { } unnamed && !HasCode(unnamed) && !told.Contains(unnamed) && form.Languages is [_, _, ..] && form.Languages.Contains(null))
            yield return Of(Found(form.PlaceOfSetting("default_language"), unnamed), unnamed);
    }

    private static Finding Of(Finding finding, string language) => finding with
    {
        Value = language,
        Variant = CodeOf(language) is null ? null : "unknown",
        Arguments = [new("language", language), new("code", CodeOf(language) ?? "")],
    };

    private static bool HasCode(string language) =>
        language == "default" || language.Length < FewestLetters || (CodeOf(language) is { } code && LanguageSubtags.Has(code));

    private static string? CodeOf(string language)
    {
        var open = language.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 && language.EndsWith(')') ? language[(open + 1)..^1] : null;
    }
}
