using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>The languages of a form in order, and the texts of a sheet in that order.</summary>
internal static class FormLanguages
{
    /// <summary>The languages that have a text: an asset's own order, else that of the headers, survey before choices; the default one first.</summary>
    /// <param name="source">The form.</param>
    /// <param name="sheets">Those whose texts count.</param>
    /// <param name="defaultLanguage">The setting; texts without a language are the default ones if no header names it.</param>
    public static ImmutableArray<string?> Of(FormSource source, IEnumerable<FormSheet> sheets, string? defaultLanguage)
    {
        List<string?> languages = [.. source.Translations.Distinct(StringComparer.Ordinal)];
        foreach (var sheet in sheets)
        {
            var names = FormSheet.NamesOf(sheet.Name).Translatable;
            for (var i = 0; i < sheet.Headers.Length; i++)
            {
                var header = sheet.Headers[i];
                if (header.Name is not { } name || !names.Contains(name) || languages.Contains(header.Language)) continue;
                if (sheet.Rows.Any(r => r.Cells[i].Length > 0)) languages.Add(header.Language);
            }
        }

        if (defaultLanguage is null) return [.. languages];
        var first = languages.IndexOf(languages.Contains(defaultLanguage) ? defaultLanguage : null);
        if (first < 0) return [.. languages];
        var language = languages[first];
        languages.RemoveAt(first);
        return [language, .. languages];
    }

    /// <summary>Whether a column of a sheet holds texts for people.</summary>
    public static bool IsText(FormSheet sheet, Header header) => header.Name is { } name && FormSheet.NamesOf(sheet.Name).Translatable.Contains(name);

    /// <summary>The headers of a sheet's texts.</summary>
    public static IEnumerable<Header> Texts(FormSheet sheet) => sheet.Headers.Where(header => IsText(sheet, header));

    /// <summary>The languages that a sheet's headers name, each once; <see langword="null"/> for a text without one.</summary>
    public static IEnumerable<string?> Named(FormSheet sheet) => Texts(sheet).Select(h => h.Language).Distinct(StringComparer.Ordinal);

    /// <summary>The positions of a sheet's texts: by column, its languages in the form's order with their positions.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<(string? Language, int Position)> Texts)> Positions(
        FormSheet sheet, ImmutableArray<string?> languages)
    {
        var names = FormSheet.NamesOf(sheet.Name).Translatable;
        return [.. sheet.Headers
            .Select((header, position) => (header.Name, header.Language, position))
            .Where(h => h.Name is not null && names.Contains(h.Name))
            .GroupBy(h => h.Name!, StringComparer.Ordinal)
            .Select(g => (g.Key, g.OrderBy(h => languages.IndexOf(h.Language)).Select(h => (h.Language, h.position)).ToImmutableArray()))];
    }
}
