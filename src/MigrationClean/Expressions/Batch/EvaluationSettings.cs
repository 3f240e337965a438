using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Expressions.Batch;

/// <summary>What holds for every evaluation that does not say otherwise.</summary>
public sealed record EvaluationSettings
{
    /// <summary>Whose rules.</summary>
    public DialectChoice Dialect { get; init; } = DialectChoice.Auto;

    /// <summary>The time of <c>now()</c>.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone of the device, where neither line nor fixture names one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Language of messages.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>
    /// Answers a line that re-runs a whole form: gets the line and the form's fixture, writes the fields after <c>id</c>. Expressions know no form, so
    /// it comes from outside; <see langword="null"/> = such lines are refused.
    /// </summary>
    internal Action<JsonElement, JsonElement, Utf8JsonWriter>? Records { get; init; }
}
