using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>How a plan is drafted.</summary>
public sealed record InferenceOptions
{
    /// <summary>Language of the evidence.</summary>
    public Language Language { get; init; }

    /// <summary>The form's language for the plan's labels; <see langword="null"/> = the form's default.</summary>
    public string? Labels { get; init; }

    /// <summary>Name of the consent question where it is known, e.g. from the settings or the consent gate.</summary>
    public string? ConsentQuestion { get; init; }

    /// <summary>Questions with a role in fieldwork, from the settings (<see cref="ReleaseSettings.FieldworkColumns"/>).</summary>
    public ImmutableDictionary<string, string> FieldworkColumns { get; init; } = ImmutableDictionary<string, string>.Empty;
}
