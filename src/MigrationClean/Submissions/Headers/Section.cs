using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Headers;

/// <summary>The main part of a survey, or one repeat, over all form versions: what becomes one table.</summary>
internal sealed class Section
{
    /// <summary>The repeat in the newest version that has it; <see langword="null"/> for the main part.</summary>
    public required Group? Repeat { get; init; }

    /// <summary>The enclosing section; <see langword="null"/> for the main part.</summary>
    public required Section? Parent { get; init; }

    /// <summary>Its questions: the newest version's in its order, then those that only older versions have.</summary>
    public required ImmutableArray<SurveyQuestion> Questions { get; init; }

    /// <summary>Questions whose answers KoBo's exporter loses, as a later question of the same table has their name (kobo-exports §3.7).</summary>
    public ImmutableArray<Question> Overshadowed { get; init; } = [];

    /// <summary>The repeat's path; <see langword="null"/> for the main part.</summary>
    public string? Path => Repeat?.Path;
}
