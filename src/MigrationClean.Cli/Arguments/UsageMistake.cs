using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Arguments;

/// <summary>Makes the refusals of a wrong line; each names what to do next.</summary>
internal static class UsageMistake
{
    /// <summary>A mistake with its named places: <c>Of("unknown-option", ("option", "--fromat"))</c>.</summary>
    public static InputException Of(string name, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var arguments = new FindingArgument[places.Length];
        for (var i = 0; i < places.Length; i++) arguments[i] = new(places[i].Name, places[i].Value);
        return new($"cli/{name}", null, [.. arguments]);
    }

    /// <summary>A word that is not one of the known; the variant <c>…-near</c> of the text names the nearest.</summary>
    public static InputException Unknown(string name, string typed, IEnumerable<string> known, params ReadOnlySpan<(string Name, string Value)> places) =>
        Suggestion.For(typed, known) is { } near ? Of($"{name}-near", [("typed", typed), ("near", near), .. places]) : Of(name, [("typed", typed), .. places]);
}
