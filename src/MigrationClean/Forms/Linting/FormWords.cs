namespace MigrationClean.Forms.Linting;

/// <summary>Where a form's references stand, and which names they may use besides those of its rows (xlsform §8).</summary>
internal static class FormWords
{
    /// <summary>Whether the converter looks into the column: references in others are never resolved.</summary>
    public static bool IsUsed(Header header) => header.Name is not null || HeaderNames.IsKept(header.Text);

    /// <summary>The names that the converter makes, and those of KoBo: its version, and a matrix's columns, which it rewrites.</summary>
    public static IEnumerable<string> OtherNames(LintContext form)
    {
        if (!CellText.IsYes(form.Settings["omit_instanceID"])) yield return "instanceID";
        if (form.Settings["instance_name"] is not null) yield return "instanceName";
        foreach (var row in form.Rows)
        {
            if (row.Type is { Kind: RowKind.Begin, Structure: Structure.Repeat } && row["repeat_count"] is { } count && !FormReference.IsOne(count))
                yield return $"{row.Name}_count";
        }

        foreach (var name in form.VersionNames.Concat(InMatrices(form.Outline.Nodes))) yield return name;
    }

    /// <summary>
    /// All references in the cells where they are allowed: the survey without <c>type</c>, <c>name</c> and <c>trigger</c>, the texts of choices, settings,
    /// entities.
    /// </summary>
    public static IEnumerable<PlacedReference> References(LintContext form)
    {
        if (form.Survey is not { } survey || !survey.Has("type")) yield break;
        foreach (var reference in In(survey, header => header.Name is not ("type" or "name" or "trigger"), form.RowNumbers.Contains)) yield return reference;
        if (form.Choices is { } choices)
        {
            foreach (var reference in In(choices, header => header.Name is { } name && HeaderNames.Choices.Translatable.Contains(name), _ => true))
                yield return reference;
        }

        if (form.SettingsSheet is { Rows: [var first, ..] } settings)
            foreach (var reference in In(settings, _ => true, row => row == first.Number)) yield return reference;
        if (form.Entities is { } entities)
            foreach (var reference in In(entities, _ => true, _ => true)) yield return reference;
    }

    private static IEnumerable<PlacedReference> In(FormSheet sheet, Func<Header, bool> isChecked, Func<int, bool> counts)
    {
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            var header = sheet.Headers[i];
            if (header.Text.Length == 0 || !isChecked(header)) continue;
            foreach (var row in sheet.Rows)
            {
                if (!row.Cells[i].Contains("${", StringComparison.Ordinal) || !counts(row.Number)) continue;
                foreach (var reference in FormReference.In(row.Cells[i]))
                    yield return new(reference, row.Cells[i], header, new(sheet.Name, row.Number, header.Text));
            }
        }
    }

    private static IEnumerable<string> InMatrices(IEnumerable<OutlineNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Row.Type.Structure == Structure.Matrix)
                foreach (var column in node.Children) yield return column.Row.Name;
            foreach (var name in InMatrices(node.Children)) yield return name;
        }
    }
}
