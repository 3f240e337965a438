using System.Collections.Immutable;

namespace MigrationClean.Forms.Linting;

/// <summary>Which parameters a type of question has (xlsform §4).</summary>
internal static class ParameterKeys
{
    /// <summary>The parameters of a range that draw its ticks: only its horizontal and vertical slider have any.</summary>
    public static readonly ImmutableArray<string> OfRangeTicks = ["tick_interval", "placeholder", "tick_labelset"];

    private static readonly ImmutableArray<string> OfSelects = ["randomize", "seed"];
    private static readonly ImmutableArray<string> OfFiles = [.. OfSelects, "value", "label"];
    private static readonly ImmutableArray<string> OfRange = ["start", "end", "step", .. OfRangeTicks];
    private static readonly ImmutableArray<string> OfPoints = ["capture-accuracy", "warning-accuracy", "allow-mock-accuracy", "reference-geometry"];
    private static readonly ImmutableArray<string> OfLines = ["allow-mock-accuracy", "incremental", "reference-geometry"];

    private static readonly ImmutableArray<string> OfAudit =
        ["location-priority", "location-min-interval", "location-max-age", "track-changes", "track-changes-reasons", "identify-user"];

    /// <summary>The keys of a type; empty if it ignores the column.</summary>
    public static ImmutableArray<string> Of(QuestionType type) => type switch
    {
        QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile => OfFiles,
        _ when IsSelect(type) => OfSelects,
        QuestionType.Range => OfRange,
        QuestionType.Text => ["rows"],
        QuestionType.Image => ["max-pixels", "app"],
        QuestionType.Audio or QuestionType.BackgroundAudio => ["quality"],
        QuestionType.Geopoint => OfPoints,
        QuestionType.Geotrace or QuestionType.Geoshape => OfLines,
        QuestionType.Audit => OfAudit,
        _ => [],
    };

    /// <summary>Whether a type offers a list whose order may be drawn.</summary>
    public static bool IsSelect(QuestionType type) => type.IsSelectOne() || type.IsSelectMultiple() || type == QuestionType.Rank;
}
