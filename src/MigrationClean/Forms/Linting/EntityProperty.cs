namespace MigrationClean.Forms.Linting;

/// <summary>A <c>save_to</c>: an answer becomes a property of an entity.</summary>
/// <param name="Row">The question's row.</param>
/// <param name="Place">The cell.</param>
/// <param name="Text">The cell as written.</param>
/// <param name="List">The list before <c>#</c>, else the only one that is declared; <see langword="null"/> if there is neither.</param>
/// <param name="Property">The property's name.</param>
internal sealed record EntityProperty(SurveyRow Row, FormPlace Place, string Text, string? List, string Property)
{
    /// <summary>Whether the cell names its list.</summary>
    public bool HasPrefix => Text.Contains('#', StringComparison.Ordinal);

    /// <summary>Whether the cell has more than one <c>#</c>, so that nobody knows what it names.</summary>
    public bool IsMalformed => Text.Count(c => c == '#') > 1;

    /// <summary>All of a form.</summary>
    public static IEnumerable<EntityProperty> In(LintContext form)
    {
        var declared = EntityDeclarations.In(form).ToList();
        foreach (var row in form.Rows)
        {
            if (row["save_to"] is not { } text) continue;
            var at = text.IndexOf('#', StringComparison.Ordinal);
            var list = at >= 0 ? text[..at].Trim() : declared is [var only] ? only.List : null;
            yield return new(row, form.PlaceOf(row, "save_to"), text, list, text[(at + 1)..].Trim());
        }
    }
}
