using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>The references in what is shown: labels, hints, messages, media, and labels of choices, where each stands for one value (xlsform §8).</summary>
internal static partial class ShownReferences
{
    /// <summary>Well-formed references with the nodes that show them; a choice is shown by every question that offers its list. O(references + nodes).</summary>
    public static IEnumerable<(PlacedReference Placed, IReadOnlyList<FormNode> Sources)> Of(LintContext form)
    {
        var lists = form.ChoiceRows.ToDictionary(row => row.Choice.Place.Row, row => row.List);
        var users = form.Nodes.OfType<Question>().Where(q => q.Choices is not null).ToLookup(q => q.Choices!.Name, StringComparer.Ordinal);
        foreach (var placed in form.References)
        {
            if (placed.Reference is { IsMalformed: true } or { IsLastSaved: true } || placed.Header.Name is not { } column || IsAggregated(placed)) continue;
            if (placed.Place.Sheet == form.Survey?.Name && HeaderNames.Survey.Translatable.Contains(column))
                yield return (placed, [.. form.NodesByRow[placed.Place.Row]]);
            else if (placed.Place.Sheet == form.Choices?.Name && lists.TryGetValue(placed.Place.Row, out var list))
                yield return (placed, [.. users[list]]);
        }
    }

    // A label may look something up: instance('towns')/root/item[size > max(${a})]/label.
    private static bool IsAggregated(PlacedReference placed) =>
        placed.Cell.Contains("instance(", StringComparison.Ordinal) && Aggregate.IsMatch(placed.Cell.AsSpan(0, placed.Reference.Position));

    [GeneratedRegex(@"\b(count|count-non-empty|sum|min|max|join|indexed-repeat)\([^()]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aggregate { get; }
}
