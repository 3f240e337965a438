namespace MigrationClean.Forms.Linting;

/// <summary>The trigger cells of the survey, taken apart (xlsform §8, item 7).</summary>
internal static class Triggers
{
    /// <summary>One for each <c>${question}</c> of a cell; a cell that is no list of these gives a single one with the name "".</summary>
    public static IEnumerable<(SurveyRow Row, FormPlace Place, string Name)> In(LintContext form)
    {
        foreach (var row in form.Rows)
        {
            if (row["trigger"] is not { } text) continue;
            var place = form.PlaceOf(row, "trigger");
            var parts = text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
            if (parts.Count == 0 || !parts.TrueForAll(FormReference.IsOne)) yield return (row, place, "");
            else foreach (var part in parts) yield return (row, place, FormReference.In(part).First().Name);
        }
    }
}
