using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A language has no registered code in parentheses: clients can't tell which it is.</summary>
internal sealed class LanguageCode : LintRule
{
    public override CheckId Id => new("LINT-43", "language-code");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (var sheet in new[] { form.Survey, form.Choices }.OfType<FormSheet>())
        {
            for (var i = 0; i < sheet.Headers.Length; i++)
            {
                if (!FormLanguages.IsText(sheet, sheet.Headers[i]) || sheet.Headers[i].Language is not { } language) continue;
                var code = CodeOf(language);
                if (language == "default" || (code is not null && LanguageSubtags.Has(code)) || !told.Add(language)) continue;
                var finding = FoundAt(sheet, i, new("language", language), new FindingArgument("code", code ?? "")) with { Value = language };
                yield return code is null ? finding : finding with { Variant = "unknown" };
            }
        }
    }

    private static string? CodeOf(string language)
    {
        var open = language.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 && language.EndsWith(')') ? language[(open + 1)..^1] : null;
    }
}
