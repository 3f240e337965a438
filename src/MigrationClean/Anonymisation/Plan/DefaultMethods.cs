using MigrationClean.Anonymisation.Methods;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>A method with its parameters at one level.</summary>
internal readonly record struct LevelMethod(string Name, string Parameters = "");

/// <summary>The method of a role where the plan names none. Source: tables-and-settings §2, "Default methods by role".</summary>
internal static class DefaultMethods
{
    /// <summary>Bands of ages for a partner; those under 18 are a class of their own.</summary>
    public const string PartnerAges = "bands=0-17,18-24,25-29,30-34,35-39,40-44,45-49,50-59,60+";

    /// <summary>Bands of ages for the public.</summary>
    public const string PublicAges = "bands=0-17,18-24,25-34,35-44,45-59,60+";

    private static readonly LevelMethod Drop = new("drop");
    private static readonly LevelMethod Keep = new("keep");

    /// <summary>The method of a role, of two joined roles the stricter one.</summary>
    public static LevelMethod For(PrivacyRole role, AnswerKind kind, ReleaseLevel level)
    {
        if (role == PrivacyRole.Unknown) return Drop;

        LevelMethod? strictest = null;
        foreach (var single in Enum.GetValues<PrivacyRole>())
        {
            if (single == PrivacyRole.Unknown || !role.HasFlag(single)) continue;
            var method = ForSingle(single, kind, level);
            if (strictest is not { } held || AllMethods.StrictnessOf(method.Name) > AllMethods.StrictnessOf(held.Name)) strictest = method;
        }

        return strictest ?? Drop;
    }

    private static LevelMethod ForSingle(PrivacyRole role, AnswerKind kind, ReleaseLevel level) => role switch
    {
        PrivacyRole.Paradata => level != ReleaseLevel.Internal ? Drop : kind switch
        {
            AnswerKind.Start => new("duration", "from=start;to=end"),
            AnswerKind.Today => new("day"),
            _ => Drop,
        },
        PrivacyRole.Linking when kind == AnswerKind.Other => Drop, // a key of the server: ours takes its place
        PrivacyRole.Linking => level == ReleaseLevel.Public ? new("row-number") : new("pseudonym"),
        PrivacyRole.Quasi => Quasi(kind, level),
        PrivacyRole.Sensitive => kind switch
        {
            AnswerKind.Text or AnswerKind.Other => Drop,
            AnswerKind.Number when level == ReleaseLevel.Public => new("band"),
            AnswerKind.Calculation when level == ReleaseLevel.Public => new("merge-small", "k=5"),
            _ => Keep,
        },
        PrivacyRole.Geo => kind switch
        {
            AnswerKind.Point when level == ReleaseLevel.Internal => new("grid", "cell=1000"),
            AnswerKind.Point when level == ReleaseLevel.Partner => new("grid", "cell=10000"),
            AnswerKind.Choice or AnswerKind.Subarea when level == ReleaseLevel.Internal => Keep,
            _ => Drop,
        },
        PrivacyRole.Time => kind is not (AnswerKind.Date or AnswerKind.Calculation) ? Drop : level switch
        {
            ReleaseLevel.Internal => new("day"),
            ReleaseLevel.Partner => new("month"),
            _ => new("quarter"),
        },
        PrivacyRole.Weight => level == ReleaseLevel.Public ? new("round", "digits=2") : Keep,
        PrivacyRole.Analytic => kind is AnswerKind.Text or AnswerKind.Other ? Drop : Keep,

        // Free text will be redacted inside the team; until then it is left out at every level.
        _ => Drop,
    };

    private static LevelMethod Quasi(AnswerKind kind, ReleaseLevel level) => (kind, level) switch
    {
        (AnswerKind.Text or AnswerKind.Other or AnswerKind.Point or AnswerKind.Geometry or AnswerKind.TimeOfDay, _) => Drop,
        (AnswerKind.Date, ReleaseLevel.Internal) => new("day"),
        (AnswerKind.Date, ReleaseLevel.Partner) => new("month"),
        (AnswerKind.Date, _) => new("quarter"),
        (AnswerKind.BirthDate, ReleaseLevel.Internal) => new("year"),
        (AnswerKind.BirthDate, _) => Drop,
        (_, ReleaseLevel.Internal) => Keep,
        (AnswerKind.Subarea, ReleaseLevel.Public) => Drop, // the public sees no place below the oblast (anonymisation §7)
        (AnswerKind.Age, ReleaseLevel.Partner) => new("band", PartnerAges),
        (AnswerKind.Age, _) => new("band", PublicAges),
        (AnswerKind.BirthYear, ReleaseLevel.Partner) => new("band", "width=5"),
        (AnswerKind.BirthYear, _) => new("band", "width=10"),
        (AnswerKind.HouseholdSize, _) => new("top", "at=8"),
        (AnswerKind.Children, _) => new("top", "at=5"),
        (_, ReleaseLevel.Partner) => Keep,
        _ => new("merge-small", "k=5"),
    };
}
