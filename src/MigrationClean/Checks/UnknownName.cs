using MigrationClean.Diagnostics;

namespace MigrationClean.Checks;

/// <summary>The refusal of a setting of a check that names what no form has, with the nearest name there is.</summary>
internal static class UnknownName
{
    /// <summary>The refusal: <c>settings/choice-unknown</c> or <c>settings/question-unknown</c>, <c>…-near</c> where a name is near.</summary>
    /// <param name="kind"><c>choice</c> or <c>question</c>.</param>
    /// <param name="key">The key of the check's settings.</param>
    /// <param name="name">The name given.</param>
    /// <param name="known">The names there are.</param>
    public static InputException Of(string kind, string key, string name, IEnumerable<string> known) => Nearest.To(name, known) is { } meant
        ? new InputException($"settings/{kind}-unknown-near", null, new("key", key), new("name", name), new FindingArgument("meant", meant))
        : new InputException($"settings/{kind}-unknown", null, new("key", key), new FindingArgument("name", name));
}
