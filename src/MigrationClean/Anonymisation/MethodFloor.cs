using System.Collections.Immutable;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation;

/// <summary>The least that has to be done to a role or type, whatever a plan says: no person can let an identifier through by a wrong cell.</summary>
internal static class MethodFloor
{
    private static readonly string[] DateMethods = ["day", "month", "quarter", "year", "duration", "shift"];
    private static readonly string[] NumberMethods = ["band", "round", "top", "bottom"];

    /// <summary>Whether the method is enough.</summary>
    public static bool Allows(PrivacyRole role, ImmutableArray<Question> versions, Method method, ReleaseLevel level)
    {
        var name = method.Name;
        if (name == "drop") return true;
        if (versions.IsEmpty) return false; // a column of the server, or one that no form knows

        foreach (var type in versions.Select(q => q.Type))
            if (!AllowedByType(type, name, level)) return false;

        foreach (var single in Enum.GetValues<PrivacyRole>())
            if (single != PrivacyRole.Unknown && role.HasFlag(single) && !AllowedByRole(single, versions, name, level)) return false;
        return role != PrivacyRole.Unknown;
    }

    private static bool AllowedByType(QuestionType type, string method, ReleaseLevel level) => type switch
    {
        QuestionType.Unknown or QuestionType.Audit => false,
        QuestionType.DeviceId or QuestionType.Username or QuestionType.Email or QuestionType.PhoneNumber or QuestionType.SubscriberId or QuestionType.SimSerial
            => method == "pseudonym" && level == ReleaseLevel.Internal,
        QuestionType.Start or QuestionType.End or QuestionType.Today => DateMethods.Contains(method),
        QuestionType.Text or QuestionType.Barcode or QuestionType.PhoneNumberText
            => method is "pseudonym" or "row-number" or "recode" || NumberMethods.Contains(method) || DateMethods.Contains(method),
        QuestionType.Time => false,
        _ when type.IsMedia() => false,
        _ when type.IsPoint() => method == "grid",
        _ when type.IsGeometry() => false,
        _ => true,
    };

    private static bool AllowedByRole(PrivacyRole role, ImmutableArray<Question> versions, string method, ReleaseLevel level) => role switch
    {
        PrivacyRole.Direct => method == "pseudonym" && level == ReleaseLevel.Internal,
        PrivacyRole.Media or PrivacyRole.Text or PrivacyRole.Consent => false,
        PrivacyRole.Paradata => level == ReleaseLevel.Internal && (method == "pseudonym" || DateMethods.Contains(method)),
        PrivacyRole.Linking => method is "pseudonym" or "row-number",
        PrivacyRole.Geo => method is "grid" or "recode" or "merge-small"
            || (level == ReleaseLevel.Internal && versions.All(q => q.Choices is not null)),
        _ => true,
    };
}
