namespace MigrationClean.Anonymisation.Plan;

/// <summary>Which of several roles a question keeps: at most two are joined, and the stricter treatment wins.</summary>
internal static class RoleStrictness
{
    private static readonly PrivacyRole[] StrictestFirst =
    [
        PrivacyRole.Direct, PrivacyRole.Media, PrivacyRole.Text, PrivacyRole.Paradata, PrivacyRole.Consent, PrivacyRole.Linking, PrivacyRole.Geo,
    ];

    /// <summary>
    /// The role of a question for which several speak: the strictest of those that stand alone; else quasi, sensitive and time together;
    /// else weight or analytic.
    /// </summary>
    public static PrivacyRole Settle(PrivacyRole roles)
    {
        foreach (var role in StrictestFirst)
            if (roles.HasFlag(role)) return role;

        var joined = roles & (PrivacyRole.Quasi | PrivacyRole.Sensitive | PrivacyRole.Time);
        if (joined == (PrivacyRole.Quasi | PrivacyRole.Sensitive | PrivacyRole.Time)) joined &= ~PrivacyRole.Sensitive;
        if (joined != PrivacyRole.Unknown) return joined;
        return roles.HasFlag(PrivacyRole.Weight) ? PrivacyRole.Weight : roles;
    }

    /// <summary>Roles that stand for what names or reaches a person by itself.</summary>
    public static bool Identifies(PrivacyRole roles) =>
        (roles & (PrivacyRole.Direct | PrivacyRole.Linking | PrivacyRole.Paradata | PrivacyRole.Consent | PrivacyRole.Media)) != PrivacyRole.Unknown;
}
