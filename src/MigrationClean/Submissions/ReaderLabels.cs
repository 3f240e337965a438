using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Submissions;

/// <summary>
/// The language of labels, one rule for all outputs: the one asked for with <c>--labels</c> or in the settings, else the reader's if the forms
/// have it, else the form's default (cli-ux §7).
/// </summary>
internal static class ReaderLabels
{
    /// <summary>The language as the forms name it; <see langword="null"/> = texts without a language, or the first.</summary>
    /// <param name="asked">What was asked for; <see langword="null"/> = nothing.</param>
    /// <param name="reader">The reader's language.</param>
    /// <param name="forms">The form versions, newest first.</param>
    /// <exception cref="InputException">The forms have languages, and none is what was asked for.</exception>
    public static string? Of(string? asked, Language reader, ImmutableArray<Form> forms)
    {
        if (asked is not null) return LabelLanguage.Of(asked, forms);
        return forms.SelectMany(form => form.Languages).OfType<string>().FirstOrDefault(name => IsOf(name, reader))
            ?? forms.FirstOrDefault()?.DefaultLanguage;
    }

    /// <summary>Whether a language as an author names it is the reader's: <c>Русский (ru)</c>, <c>Russian</c>, <c>ru</c>.</summary>
    public static bool IsOf(string name, Language reader)
    {
        var (code, names) = reader switch
        {
            Language.Russian => ("ru", new[] { "russian", "русский" }),
            Language.Kyrgyz => ("ky", ["kyrgyz", "кыргызча", "кыргыз"]),
            _ => ("en", ["english", "английский"]),
        };
        var lower = name.ToLowerInvariant();
        return lower == code || lower.EndsWith($"({code})", StringComparison.Ordinal) || names.Any(lower.StartsWith);
    }
}
