using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Roles as the plan writes them: <c>quasi+sensitive</c>.</summary>
internal static class RoleNames
{
    private static readonly ImmutableArray<(PrivacyRole Role, string Name)> Names =
    [
        (PrivacyRole.Direct, "direct"),
        (PrivacyRole.Linking, "linking"),
        (PrivacyRole.Quasi, "quasi"),
        (PrivacyRole.Sensitive, "sensitive"),
        (PrivacyRole.Geo, "geo"),
        (PrivacyRole.Time, "time"),
        (PrivacyRole.Text, "text"),
        (PrivacyRole.Media, "media"),
        (PrivacyRole.Paradata, "paradata"),
        (PrivacyRole.Weight, "weight"),
        (PrivacyRole.Analytic, "analytic"),
        (PrivacyRole.Consent, "consent"),
    ];

    /// <summary>What a drop-down list offers: every single role, and the one combination that is common.</summary>
    public static ImmutableArray<string> ForList => [.. Names.Select(n => n.Name), "quasi+sensitive", "unknown"];

    /// <summary>The roles one by one, as words.</summary>
    public static ImmutableArray<string> All => [.. Names.Select(n => n.Name), "unknown"];

    /// <summary>The role in words.</summary>
    public static string Of(PrivacyRole role) =>
        role == PrivacyRole.Unknown ? "unknown" : string.Join('+', Names.Where(n => role.HasFlag(n.Role)).Select(n => n.Name));

    /// <summary>The role of a cell; a blank one is unknown. <see langword="null"/> where a word is no role.</summary>
    public static PrivacyRole? Read(string text)
    {
        var role = PrivacyRole.Unknown;
        var words = text.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (word.Equals("unknown", StringComparison.OrdinalIgnoreCase)) return words.Length == 1 ? PrivacyRole.Unknown : null;
            var known = Names.FirstOrDefault(n => n.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (known.Name is null) return null;
            role |= known.Role;
        }

        return role;
    }
}
