using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>Finds the form's language that a person means: as the form names it (<c>Русский (ru)</c>), or by its code alone (<c>ru</c>).</summary>
internal static class LabelLanguage
{
    /// <summary>The language as the forms name it; <see langword="null"/> stays <see langword="null"/>, the form's default.</summary>
    /// <exception cref="InputException">The forms have languages, and none is meant: labels in another one would look right to whoever cannot read it.</exception>
    public static string? Of(string? asked, ImmutableArray<Form> forms)
    {
        if (asked is null) return null;
        var languages = forms.SelectMany(form => form.Languages).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (languages.Length == 0) return asked;
        return languages.FirstOrDefault(l => l == asked)
            ?? languages.FirstOrDefault(l => l.EndsWith($"({asked})", StringComparison.OrdinalIgnoreCase))
            ?? languages.FirstOrDefault(l => string.Equals(l, asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException(
                "settings/labels-unknown", null, new("language", asked), new FindingArgument("allowed", string.Join(", ", languages.Select(l => $"`{l}`"))));
    }
}
