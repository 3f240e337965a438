using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A column of the survey or the settings means nothing to any tool: it is ignored without a word.</summary>
internal sealed class HeaderUnknown : LintRule
{
    public override CheckId Id => new("LINT-07", "header-unknown");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var sheet in new[] { form.Survey, form.SettingsSheet })
        {
            if (sheet is null || HeaderMissingRow.Is(sheet)) continue;
            var names = FormSheet.NamesOf(sheet.Name);
            var free = names.Names.Where(name => !sheet.Has(name) && !name.StartsWith('$')).Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < sheet.Headers.Length; i++)
            {
                var header = sheet.Headers[i];
                if (header.Name is not null || header.Text.Length == 0 || HeaderNames.IsKept(header.Text)) continue;
                var (column, language) = Split(header.Text);
                if (language && names.Resolve(column, "::").Name is { } name)
                    yield return FoundAt(sheet, i, new("header", header.Text), new FindingArgument("column", name)) with { Variant = "language" };
                else if (Nearest.To(column, free) is { } near && IsNear(column, near))
                    yield return FoundAt(sheet, i, new("header", header.Text), new FindingArgument("near", near)) with { Variant = "near" };
                else
                    yield return FoundAt(sheet, i, new FindingArgument("header", header.Text));
            }
        }
    }

    // Words of four letters are near to too many others.
    private static bool IsNear(string column, string name) =>
        Nearest.Distance(column.ToLowerInvariant(), name) <= Math.Max(column.Length < 5 ? 1 : 2, column.Length / 3);

    private static (string Column, bool HasLanguage) Split(string header)
    {
        var parts = header.Split("::", 2);
        return (parts[0].Trim(), parts.Length > 1);
    }
}
