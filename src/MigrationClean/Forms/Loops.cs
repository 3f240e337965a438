using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>Writes a loop out: a group a choice, with <c>%(name)s</c> and <c>%(label)s</c> filled in (xlsform §5).</summary>
internal static class Loops
{
    private static readonly TypeCell Group = TypeNames.Parse("begin_group");

    /// <summary>The groups of a loop. The choice <c>none</c> has none, as in the converter.</summary>
    public static IEnumerable<OutlineNode> Of(OutlineNode loop, ChoiceList list)
    {
        foreach (var choice in list.Choices.Where(c => c.Name != "none"))
        {
            var row = loop.Row.As(Group, "begin_group", choice.Name).WithLabel(choice.Label);
            yield return new(row, [.. loop.Children.Select(c => Filled(c, choice))]);
        }
    }

    private static OutlineNode Filled(OutlineNode node, Choice choice) =>
        new(Filled(node.Row, choice), [.. node.Children.Select(c => Filled(c, choice))]);

    private static SurveyRow Filled(SurveyRow row, Choice choice) => row with
    {
        Name = Filled(row.Name, choice, null),
        Cells = row.Cells.ToImmutableDictionary(c => c.Key, c => (Filled(c.Value.Text, choice, null), c.Value.Header), StringComparer.Ordinal),
        Texts = row.Texts.ToImmutableDictionary(
            t => t.Key, t => t.Value.Select((language, text) => Filled(text, choice, language)), StringComparer.Ordinal),
    };

    private static string Filled(string text, Choice choice, string? language) => text.Contains("%(", StringComparison.Ordinal)
        ? text
            .Replace("%(name)s", choice.Name, StringComparison.Ordinal)
            .Replace("%(label)s", choice.Label.InOrFirst(language) ?? choice.Name, StringComparison.Ordinal)
        : text;
}
